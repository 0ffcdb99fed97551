import {
  countFailure,
  isLocked,
  noTries,
  wrongCodesPerCardMax,
  wrongCodesPerStaffMax,
  wrongWordsPerMemberMax,
  type Tries,
} from '@shared/purchase/attempts';
import type { Transaction } from '../../adapters/transact';

/** Whose wrong tries are counted: a staff member's, a card's when a card of ours was named, a member's who types words. */
export interface Tried {
  readonly staffId?: string;
  readonly cardNumber?: string;
  readonly memberId?: string;
}

/** Wrong tries as read in a transaction. */
export interface TriesRead {
  readonly lockedUntil: number | null;
  /** Counts one wrong try for everybody named, in the same transaction. */
  readonly fail: (at: number) => Promise<void>;
}

/** Reads who is locked out, and gives the way to count a wrong try. */
export async function readTries(transaction: Transaction, tried: Tried, at: number): Promise<TriesRead> {
  const limits: readonly (readonly [string, number])[] = [
    ...(tried.staffId === undefined ? [] : [[`staff:${tried.staffId}`, wrongCodesPerStaffMax] as const]),
    ...(tried.cardNumber === undefined ? [] : [[`card:${tried.cardNumber}`, wrongCodesPerCardMax] as const]),
    ...(tried.memberId === undefined ? [] : [[`member:${tried.memberId}`, wrongWordsPerMemberMax] as const]),
  ];
  const read: { id: string; limit: number; tries: Tries }[] = [];
  for (const [id, limit] of limits) read.push({ id, limit, tries: (await transaction.get('attempts', id)) ?? noTries });
  const locks = read.filter(({ tries }) => isLocked(tries, at)).map(({ tries }) => tries.lockedUntil);
  return {
    lockedUntil: locks.length === 0 ? null : Math.max(...locks),
    async fail(failedAt) {
      for (const { id, limit, tries } of read) {
        await transaction.put('attempts', { ...countFailure(tries, limit, failedAt), _id: id });
      }
    },
  };
}

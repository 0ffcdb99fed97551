import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { clockOf } from '@shared/kernel/time';
import { splitCode } from '@shared/member/code';
import { codeSecretHex, versionAt } from '@shared/member/secret';
import type { Card } from '@shared/member/types';
import { judgeCode } from '@shared/purchase/judgeCode';
import { masterKey } from '../../adapters/masterKey';
import { transact, type Transaction } from '../../adapters/transact';
import { findShop } from '../store/admitStaff';
import type { Buyer } from './recordPurchase';
import { readTries } from './tries';

/** A member code that was read at `at` (epoch ms), which may be long before it is checked. */
export interface EarlierCode {
  readonly card: Card;
  readonly code: string;
  readonly at: number;
}

/** Where it was read. */
export interface ReadBy {
  readonly staffId: string;
  readonly shopId: string;
  readonly device: string;
}

export type EarlierCodeRefusal = 'code.wrong' | 'code.stale' | 'code.used' | 'code.locked';

/**
 * Names the member of a code that was read earlier: it is checked for that time, with the secret's version of that time, and used up.
 * The same place may name the same code again (several purchases of one scan); another place is refused with where it was used.
 */
export async function buyerByCode(
  transaction: Transaction,
  { card, code, at }: EarlierCode,
  by: ReadBy,
  now: number,
  offsetMinutes: number,
): Promise<Outcome<Buyer, EarlierCodeRefusal>> {
  const tries = await readTries(transaction, { staffId: by.staffId, cardNumber: card._id }, now);
  if (tries.lockedUntil !== null) return refuse('code.locked', { until: clockOf(tries.lockedUntil, offsetMinutes) });
  const version = versionAt(card.versions, at);
  if (version === null) throw new Error(`Card …${card._id.slice(-4)} has no version`);
  const matched = judgeCode(codeSecretHex(masterKey(), card.memberId, version), splitCode(code).digits, at);
  if (!matched.ok) return matched;
  const useId = `${card.memberId}:${matched.value}`;
  const use = await transaction.get('codeUses', useId);
  if (use !== null && (use.shopId !== by.shopId || use.device !== by.device)) {
    const shop = await findShop(use.shopId, now);
    const place = { shopZh: shop?.name.zh ?? use.shopId, shopEn: shop?.name.en ?? use.shopId };
    return refuse('code.used', { at: clockOf(use.at, offsetMinutes), ...place });
  }
  if (use === null) await transaction.add('codeUses', [{ _id: useId, visitId: useId, at, shopId: by.shopId, device: by.device }]);
  return accept({ memberId: card.memberId, accountId: card.accountId, cardTail: card._id.slice(-4) });
}

/** Counts a wrong code of an earlier time as one tried now: a refused purchase writes nothing else. */
export async function countWrongCode(card: Card, by: ReadBy, now: number): Promise<void> {
  await transact(async (transaction) => {
    const tries = await readTries(transaction, { staffId: by.staffId, cardNumber: card._id }, now);
    if (tries.lockedUntil === null) await tries.fail(now);
    return accept(null);
  });
}

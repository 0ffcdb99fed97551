import { canonicalText, sha256Hex } from '../kernel/digest';
import type { PoolContent } from './poolTypes';

/** The hash under which a revision's table and rules are frozen. */
export function frozenHash(poolId: string, revision: number, content: PoolContent): string {
  return sha256Hex(canonicalText({ poolId, revision, content }));
}

/** What may change after publication: more stock, a later end. */
export interface Betterment {
  readonly endsAt: number | null;
  readonly stock: readonly { readonly prizeId: string; readonly stock: number }[];
}

/** The pool with a betterment, or null where something would get worse or nothing would change. */
export function better(content: PoolContent, { endsAt, stock }: Betterment): PoolContent | null {
  const known = stock.every(({ prizeId }) => content.prizes.some((prize) => prize.id === prizeId));
  const prizes = content.prizes.map((prize) => {
    const wanted = stock.find(({ prizeId }) => prizeId === prize.id);
    return wanted === undefined ? prize : { ...prize, stock: wanted.stock };
  });
  const next = { ...content, endsAt: endsAt ?? content.endsAt, prizes };
  const changed = canonicalText(next) !== canonicalText(content);
  return known && changed && isBetter(content, next) ? next : null;
}

/** Whether a later revision differs from an earlier one by more stock and a later end only. */
export function isBetter(before: PoolContent, after: PoolContent): boolean {
  const sameBut = canonicalText({ ...after, endsAt: before.endsAt, prizes: before.prizes }) === canonicalText(before);
  const prizes =
    before.prizes.length === after.prizes.length &&
    before.prizes.every((prize, index) => {
      const next = after.prizes[index];
      if (next === undefined || canonicalText({ ...next, stock: prize.stock }) !== canonicalText(prize)) return false;
      return prize.stock === next.stock || (prize.stock !== null && next.stock !== null && next.stock > prize.stock);
    });
  return sameBut && prizes && after.endsAt >= before.endsAt;
}

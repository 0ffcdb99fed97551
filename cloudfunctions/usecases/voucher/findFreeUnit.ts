import type { RandomBytes } from '@shared/kernel/id';
import type { Coupon } from '@shared/voucher/types';
import { find, type FindOptions } from '../../adapters/database';

/** Units looked at together; one of them is taken by chance, so that takers who found the same ones seldom meet. */
const lookedAt = 16;

/**
 * A unit of a limited coupon that nobody has as far as is committed: one of the first ones from a random number on, else one of the
 * first of all, so that takers spread over the stock. Null only when every unit is committed as taken.
 */
export async function findFreeUnit({ _id, totalMax }: Coupon, random: RandomBytes): Promise<string | null> {
  const isFree = { couponId: _id, state: 'free' };
  const byNumber: FindOptions = { limit: lookedAt, order: [['n', 'asc']] };
  const [high = 0, low = 0, pick = 0] = random(3);
  const start = 1 + Math.floor(((high * 256 + low) / 65_536) * (totalMax ?? 0));
  const after = await find('vouchers', { ...isFree, n: { op: 'gte', value: start } }, byNumber);
  const free = after.length > 0 ? after : await find('vouchers', isFree, byNumber);
  return free[pick % Math.max(1, free.length)]?._id ?? null;
}

import { find } from '../../adapters/database';

const poolsMax = 200;

/** The pool that promises vouchers of a coupon and is not over at an instant (epoch ms): the coupon must stay as it is. Null: none does. */
export async function poolPromising(couponId: string, now: number): Promise<string | null> {
  const live = await find('pools', { state: { anyOf: ['publishing', 'published'] } }, { limit: poolsMax });
  const promising = live.find(
    ({ content }) => content.endsAt > now && content.prizes.some(({ award }) => award.kind === 'voucher' && award.couponId === couponId),
  );
  return promising?._id ?? null;
}

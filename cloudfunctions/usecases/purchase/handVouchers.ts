import type { HeldVoucher } from '@shared/purchase/priceQuote';
import type { Voucher } from '@shared/voucher/types';
import { find, get } from '../../adapters/database';
import type { QuoteSetting } from './quoteSetting';

/** Vouchers of one member that a till looks at; those that lapse first come first. */
const vouchersMax = 100;

/**
 * The member's vouchers that have not been used and not lapsed, with their coupons, as committed now; those that staff named are there
 * whatever became of them, so that the reason can be said.
 */
export async function handVouchers(
  { coupons, today }: QuoteSetting,
  memberId: string,
  namedIds: readonly string[],
): Promise<readonly HeldVoucher[]> {
  const inHand = await find(
    'vouchers',
    { memberId, state: { anyOf: ['issued', 'gifting'] }, endsOn: { op: 'gte', value: today } },
    { limit: vouchersMax, order: [['endsOn', 'asc']] },
  );
  const missing = namedIds.filter((id) => !inHand.some((voucher) => voucher._id === id));
  const named = await Promise.all(missing.map((id) => get('vouchers', id)));
  const theirs = named.filter((voucher): voucher is Voucher => voucher?.memberId === memberId);
  return [...inHand, ...theirs].flatMap((voucher) => {
    const coupon = coupons.get(voucher.couponId);
    return coupon === undefined ? [] : [{ voucher, coupon }];
  });
}

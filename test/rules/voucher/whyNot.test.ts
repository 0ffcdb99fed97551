import { bestSet, candidatesOf } from '@shared/voucher/stack';
import { whyUnusable } from '@shared/voucher/whyUnusable';
import { stackVoucher } from '@shared/voucher/stackDiscount';
import type { GiftWorth } from '@shared/voucher/searchBest';
import { whyNotBest } from '@shared/voucher/whyNotBest';
import type { Coupon, Voucher } from '@shared/voucher/types';
import { cashCoupon } from './cashCoupon';

const sundayMs = Date.UTC(2026, 10, 22, 2, 0);
const shops = new Map([['east', { _id: 'east', name: { zh: '东门店', en: 'East Gate' }, active: true }]]);
const basket = [
  { categoryId: 'tea', units: 1, reducedFen: 4_000 },
  { categoryId: 'home', productId: 'lamp', units: 2, reducedFen: 6_000 },
];

const voucher = (changes: Partial<Voucher> = {}): Voucher => ({
  _id: 'v',
  couponId: 'ten',
  state: 'issued',
  memberId: 'm',
  startsOn: '2026-11-01',
  endsOn: '2026-11-30',
  steps: [],
  ...changes,
});
const why = (ofVoucher: Partial<Voucher>, ofCoupon: Partial<Coupon> = {}, quoteId: string | null = null) =>
  whyUnusable(voucher(ofVoucher), cashCoupon(ofCoupon), { at: sundayMs, offsetMinutes: 480, shopId: 'west', shops, quoteId }, basket);

test('a voucher in hand, in its days, with something to take off can be used', () => {
  expect(why({})).toBeNull();
  expect(why({ startsOn: '2026-11-22', endsOn: '2026-11-22' })).toBeNull();
});

const redeemed = { at: sundayMs, shopId: 'east', staffId: 's', device: 'd', purchaseId: 'p', discountFen: 1, key: 'k' };
const only = (scope: Partial<Coupon['scope']>): Partial<Coupon> => ({ scope: { shopIds: [], categoryIds: [], productIds: [], ...scope } });
const reasons: readonly (readonly [Partial<Voucher>, Partial<Coupon>, object])[] = [
  [{ state: 'redeemed', redeemed }, {}, { kind: 'refused', refusal: { code: 'voucher.done', args: { shopEn: 'East Gate' } } }],
  [{ state: 'revoked' }, {}, { kind: 'refused', refusal: { code: 'voucher.revoked' } }],
  [{ startsOn: '2026-11-23' }, {}, { kind: 'refused', refusal: { code: 'voucher.early' } }],
  [{ endsOn: '2026-11-21' }, {}, { kind: 'refused', refusal: { code: 'voucher.lapsed' } }],
  [{}, only({ shopIds: ['east'] }), { kind: 'refused', refusal: { code: 'voucher.otherShop' } }],
  [{}, { weekdays: [1, 2, 3] }, { kind: 'refused', refusal: { code: 'voucher.otherDay' } }],
  [{}, { hours: { from: '08:00', to: '10:00' } }, { kind: 'refused', refusal: { code: 'voucher.otherHour' } }],
  [{}, { benefit: { kind: 'experience', listedValueFen: 100, booked: false } }, { kind: 'counter' }],
  [{}, { benefit: { kind: 'goods', productId: null, listedValueFen: 100 } }, { kind: 'counter' }],
  [{}, { benefit: { kind: 'goods', productId: 'cup', listedValueFen: 100 } }, { kind: 'product' }],
  [{}, only({ productIds: ['cup'] }), { kind: 'product' }],
  [{}, only({ categoryIds: ['bread'] }), { kind: 'category' }],
  [{}, only({ categoryIds: ['tea'] }), { kind: 'threshold', missingFen: 1_000 }],
];

test.each(reasons)('%j with %j says why not: %j', (ofVoucher, ofCoupon, reason) => {
  expect(why(ofVoucher, ofCoupon)).toMatchObject(reason);
});

test('a hold of another quote stands in the way until its time has passed; the visit’s own does not', () => {
  const held = { heldUntil: sundayMs + 1, heldBy: 'other' };
  expect(why(held)).toMatchObject({ refusal: { code: 'voucher.held' } });
  expect(why(held, {}, 'other')).toBeNull();
  expect(why({ ...held, heldUntil: sundayMs })).toBeNull();
});

test('every usable voucher that is not in the best set says why', () => {
  const off = (id: string, offFen: number, changes: Partial<Coupon['stacking']> = {}) =>
    stackVoucher(
      voucher({ _id: id }),
      cashCoupon({
        benefit: { kind: 'amountOff', thresholdFen: 0, offFen },
        stacking: { group: id, exclusive: false, order: 1, on: 'reduced', ...changes },
      }),
    );
  const noGift: GiftWorth = { of: () => 0, atMost: (_left, moreFen) => moreFen };
  const reasonsOf = (vouchers: ReturnType<typeof off>[], worth = noGift) => {
    const candidates = candidatesOf(basket, vouchers);
    const best = bestSet(basket, candidates, worth);
    const unused = candidates.filter((each) => !best.set.uses.some((use) => use.voucher.id === each.id));
    return Object.fromEntries(unused.map((each) => [each.id, whyNotBest(basket, best, each, worth)]));
  };
  expect(reasonsOf([off('a', 500), off('b', 400, { group: 'a' }), off('x', 600, { exclusive: true }), off('y', 300)])).toEqual({
    b: { kind: 'group', voucherId: 'a' },
    x: { kind: 'alone' },
  });
  expect(reasonsOf([off('x', 600, { exclusive: true }), off('a', 500)])).toEqual({ a: { kind: 'exclusive', voucherId: 'x' } });
  expect(reasonsOf([off('a', 10_000), off('b', 10_000, { order: 2 })])).toEqual({ b: { kind: 'nothingLeft' } });
  const gift = (left: readonly number[]): number => ((left[0] ?? 0) + (left[1] ?? 0) >= 9_900 ? 2_000 : 0);
  expect(reasonsOf([off('a', 500)], { of: gift, atMost: (left, moreFen) => moreFen + gift(left) })).toEqual({ a: { kind: 'losesGift' } });
});

import { momentAt } from '@shared/purchase/moment';
import { bestSet, candidatesOf } from '@shared/voucher/stack';
import { whyUnusable, type Unusable } from '@shared/voucher/stackCheck';
import { stackVoucher } from '@shared/voucher/stackDiscount';
import type { GiftWorth } from '@shared/voucher/stackSearch';
import { whyNotBest } from '@shared/voucher/stackWhy';
import type { Coupon, Voucher } from '@shared/voucher/types';

const name = { zh: '券', en: 'Voucher' };
const sunday = momentAt(Date.UTC(2026, 10, 22, 2, 0), 480, 'west');
const basket = [
  { categoryId: 'tea', units: 1, reducedFen: 4_000 },
  { categoryId: 'home', productId: 'lamp', units: 2, reducedFen: 6_000 },
];

const coupon = (changes: Partial<Coupon> = {}): Coupon => ({
  _id: 'c',
  name,
  detail: name,
  benefit: { kind: 'amountOff', thresholdFen: 5_000, offFen: 500 },
  scope: { shopIds: [], categoryIds: [], productIds: [] },
  validity: { kind: 'relative', days: 30 },
  weekdays: [],
  hours: null,
  totalMax: null,
  perMemberMax: 1,
  claim: 'page',
  code: null,
  points: null,
  stacking: { group: 'g', exclusive: false, order: 1, on: 'reduced' },
  giftable: false,
  partnerId: null,
  active: true,
  ...changes,
});
const voucher = (changes: Partial<Voucher> = {}): Voucher => ({
  _id: 'v',
  couponId: 'c',
  state: 'issued',
  memberId: 'm',
  startsOn: '2026-11-01',
  endsOn: '2026-11-30',
  steps: [],
  ...changes,
});
const why = (ofVoucher: Partial<Voucher>, ofCoupon: Partial<Coupon> = {}, ours: string[] = []) =>
  whyUnusable(voucher(ofVoucher), coupon(ofCoupon), sunday, basket, ours);

test('a voucher in hand, in its days, with something to take off can be used', () => {
  expect(why({})).toBeNull();
  expect(why({ startsOn: '2026-11-22', endsOn: '2026-11-22' })).toBeNull();
});

const redeemed = { at: 7, shopId: 'east', staffId: 's', device: 'd', purchaseId: 'p', discountFen: 1, key: 'k' };
const only = (scope: Partial<Coupon['scope']>): Partial<Coupon> => ({ scope: { shopIds: [], categoryIds: [], productIds: [], ...scope } });
const reasons: readonly (readonly [Partial<Voucher>, Partial<Coupon>, Unusable])[] = [
  [{ state: 'redeemed', redeemed }, {}, { kind: 'redeemed', at: 7, shopId: 'east' }],
  [{ state: 'revoked' }, {}, { kind: 'revoked' }],
  [{ state: 'gifting' }, {}, { kind: 'gifting' }],
  [{ startsOn: '2026-11-23' }, {}, { kind: 'notYet', startsOn: '2026-11-23' }],
  [{ endsOn: '2026-11-21' }, {}, { kind: 'lapsed', endsOn: '2026-11-21' }],
  [{}, only({ shopIds: ['east'] }), { kind: 'shop' }],
  [{}, { weekdays: [1, 2, 3] }, { kind: 'weekday', weekdays: [1, 2, 3] }],
  [{}, { hours: { from: '08:00', to: '10:00' } }, { kind: 'hours', from: '08:00', to: '10:00' }],
  [{}, { benefit: { kind: 'experience', listedValueFen: 100, booked: false } }, { kind: 'counter' }],
  [{}, { benefit: { kind: 'goods', productId: null, listedValueFen: 100 } }, { kind: 'counter' }],
  [{}, { benefit: { kind: 'goods', productId: 'cup', listedValueFen: 100 } }, { kind: 'product' }],
  [{}, only({ categoryIds: ['bread'] }), { kind: 'category' }],
  [{}, only({ categoryIds: ['tea'] }), { kind: 'threshold', missingFen: 1_000 }],
];

test.each(reasons)('%j with %j says why not: %j', (ofVoucher, ofCoupon, reason) => {
  expect(why(ofVoucher, ofCoupon)).toEqual(reason);
});

test('weekdays, hours over midnight and a shop let in what they name', () => {
  expect(why({}, { weekdays: [7], hours: { from: '22:00', to: '10:01' }, ...only({ shopIds: ['west'] }) })).toBeNull();
});

test('a hold of another quote stands in the way until its time has passed; the visit’s own does not', () => {
  const held = { heldUntil: sunday.now + 1, heldBy: 'other' };
  expect(why(held)).toEqual({ kind: 'held', until: sunday.now + 1 });
  expect(why(held, {}, ['other'])).toBeNull();
  expect(why({ ...held, heldUntil: sunday.now })).toBeNull();
});

test('every usable voucher that is not in the best set says why', () => {
  const off = (id: string, offFen: number, changes: Partial<Coupon['stacking']> = {}) =>
    stackVoucher(
      voucher({ _id: id }),
      coupon({
        benefit: { kind: 'amountOff', thresholdFen: 0, offFen },
        stacking: { group: id, exclusive: false, order: 1, on: 'reduced', ...changes },
      }),
    );
  const noGift: GiftWorth = { of: () => 0, most: () => 0 };
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
  expect(reasonsOf([off('a', 500)], { of: gift, most: gift })).toEqual({ a: { kind: 'losesGift' } });
});

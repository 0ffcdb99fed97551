import fc from 'fast-check';
import type { Offer, OfferEffect } from '@shared/campaign/types';
import { fillBasket, finishPrice, giftWorth } from '@shared/purchase/price';
import type { PriceTerms } from '@shared/purchase/lineTerms';
import { momentAt } from '@shared/purchase/moment';
import { spread } from '@shared/purchase/spread';
import type { PurchaseLine } from '@shared/purchase/types';
import { bestSet, candidatesOf, chosenSet } from '@shared/voucher/stack';
import type { StackVoucher } from '@shared/voucher/stackDiscount';
import { bruteForce, modelSpread } from '../voucher/bruteForce';

const sunday = momentAt(Date.UTC(2026, 10, 22, 2, 0), 480, 'west');
const name = { zh: '活动', en: 'Offer' };
const plain: PriceTerms = {
  tier: { pricePercent: 100, multiplier: 100 },
  paidCard: null,
  offers: [],
  moment: sunday,
  isExcluded: (id) => id === 'giftcard',
};

function offer(id: string, effect: OfferEffect, window: Partial<Offer['window']> = {}): Offer {
  const always = { from: '2026-01-01', to: '2026-12-31', weekdays: [], shopIds: [], categoryIds: [] };
  return { _id: id, name, window: { ...always, ...window }, effect, active: true };
}

const offFen = (id: string, fen: number): StackVoucher => ({
  id,
  endsOn: '2026-12-31',
  benefit: { kind: 'amountOff', thresholdFen: 0, offFen: fen },
  scope: { shopIds: [], categoryIds: [], productIds: [] },
  stacking: { group: id, exclusive: false, order: 1, on: 'reduced' },
});
const gift = (...steps: [number, number][]): OfferEffect => ({
  kind: 'spendGift',
  steps: steps.map(([thresholdFen, listedValueFen]) => ({ thresholdFen, name, listedValueFen, couponId: null })),
});

interface Wish {
  readonly vouchers?: readonly StackVoucher[];
  readonly points?: number;
  readonly available?: number;
  readonly room?: number;
}

function price(lines: readonly PurchaseLine[], changes: Partial<PriceTerms>, wish: Wish = {}) {
  const terms = { ...plain, ...changes };
  const basket = fillBasket(lines, terms, { wanted: wish.points ?? 0, available: wish.available ?? 1_000_000 });
  const set = chosenSet(basket.lines, candidatesOf(basket.lines, wish.vouchers ?? []), giftWorth(basket));
  if (set === null) throw new Error('not a legal set');
  return finishPrice(basket, set, terms.tier.multiplier, wish.room ?? Infinity);
}

const tea = (amountFen: number): PurchaseLine => ({ categoryId: 'tea', amountFen });

test('the member price is rounded half up to the fen, line by line', () => {
  const tier = { pricePercent: 95, multiplier: 100 };
  expect(price([tea(10), tea(30), tea(29)], { tier }).lines.map((line) => line.payableFen)).toEqual([10, 29, 28]);
  expect(price([tea(10), tea(10)], { tier }).payableFen).toBe(20);
});

test('the lower of member price and discount day counts, never both', () => {
  const tier = { pricePercent: 92, multiplier: 100 };
  const day = (pricePercent: number, window = {}) => offer('day', { kind: 'discountDay', pricePercent }, window);
  expect(price([tea(10_000)], { tier, offers: [day(90)] }).lines[0]).toMatchObject({
    payableFen: 9_000,
    reason: { kind: 'discountDay', offerId: 'day' },
  });
  expect(price([tea(10_000)], { tier, offers: [day(95)] }).lines[0]).toMatchObject({ payableFen: 9_200, reason: { kind: 'member' } });
  for (const window of [
    { categoryIds: ['home'] },
    { weekdays: [1] },
    { shopIds: ['east'] },
    { to: '2026-11-21' },
    { from: '2026-11-23' },
  ]) {
    expect(price([tea(10_000)], { offers: [day(50, window)] }).payableFen).toBe(10_000);
  }
  expect(price([tea(10_000)], { offers: [{ ...day(50), active: false }] }).payableFen).toBe(10_000);
  expect(price([tea(10_000)], { tier, paidCard: { pricePercent: 90, multiplier: 100 } }).payableFen).toBe(9_000);
});

test('points pay at most 30 % of what vouchers left, rounded down, and no more than there are or are wanted', () => {
  const paid = (wish: Wish) => {
    const { pointsMax, pointsPaid, payableFen } = price([tea(1_005)], {}, wish);
    return { pointsMax, pointsPaid, payableFen };
  };
  expect(paid({ points: 900 })).toEqual({ pointsMax: 301, pointsPaid: 301, payableFen: 704 });
  expect(paid({ points: 100 })).toEqual({ pointsMax: 301, pointsPaid: 100, payableFen: 905 });
  expect(paid({ points: 900, available: 40 })).toEqual({ pointsMax: 40, pointsPaid: 40, payableFen: 965 });
  expect(paid({ points: 900, vouchers: [offFen('a', 505)] })).toEqual({ pointsMax: 150, pointsPaid: 150, payableFen: 350 });
});

test('a gift is reached by what is payable, after vouchers and points', () => {
  const offers = [offer('gift', gift([10_000, 500], [20_000, 2_000]))];
  expect(price([tea(20_000)], { offers }).gift?.step.thresholdFen).toBe(20_000);
  expect(price([tea(20_000)], { offers }, { points: 1 })).toMatchObject({ gift: { step: { thresholdFen: 10_000 } } });
  expect(price([tea(20_000)], { offers }, { vouchers: [offFen('a', 1)] })).toMatchObject({
    gift: { step: { thresholdFen: 10_000 } },
    lostGift: { step: { thresholdFen: 20_000 } },
    nextGift: { missingFen: 1 },
  });
  expect(price([tea(9_000)], { offers })).toMatchObject({ gift: null, nextGift: { missingFen: 1_000 }, lostGift: null });
});

test('a gift for some categories counts what is paid in them', () => {
  const offers = [offer('gift', gift([5_000, 500]), { categoryIds: ['home'] })];
  expect(price([tea(9_000), { categoryId: 'home', amountFen: 4_999 }], { offers }).gift).toBeNull();
  expect(price([tea(1), { categoryId: 'home', amountFen: 5_000 }], { offers }).gift).not.toBeNull();
});

test('points: tier × the best of campaign and paid card per line, one floor on the sum; excluded lines earn nothing', () => {
  const offers = [
    offer('double', { kind: 'multiplier', multiplier: 200 }, { categoryIds: ['tea'] }),
    offer('half', { kind: 'multiplier', multiplier: 150 }),
  ];
  const tier = { pricePercent: 100, multiplier: 120 };
  const lines = [tea(1_050), { categoryId: 'home', amountFen: 1_050 }, { categoryId: 'giftcard', amountFen: 90_000 }];
  expect(price(lines, { tier, offers }).points).toBe(Math.floor((10.5 * 2 + 10.5 * 1.5) * 1.2));
  expect(price(lines, { tier, offers, paidCard: { pricePercent: 100, multiplier: 180 } }).points).toBe(
    Math.floor((10.5 * 2 + 10.5 * 1.8) * 1.2),
  );
  expect(price(lines, { tier, offers }, { room: 7 })).toMatchObject({ points: 7, capped: true });
});

test('a discount is spread by largest remainder over what is left, equal remainders to the earlier line', () => {
  expect(spread(10, [100, 100, 100])).toEqual([4, 3, 3]);
  expect(spread(5, [1, 1, 8])).toEqual([1, 0, 4]);
  expect(spread(100_000_000, [99_999_999, 1])).toEqual([99_999_999, 1]);
  const amounts = fc.array(fc.oneof(fc.nat(50), fc.nat(99_999_999)), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(amounts, fc.double({ min: 0, max: 1, noNaN: true }), (weights, part) => {
      const amount = Math.floor(
        Math.min(
          100_000_000,
          weights.reduce((sum, fen) => sum + fen, 0),
        ) * part,
      );
      expect(spread(amount, weights)).toEqual(modelSpread(amount, weights));
    }),
  );
});

test('whatever is bought and used: lines add up, nothing is below zero, and points never pass their share', () => {
  const line = fc.record({ categoryId: fc.constantFrom('tea', 'home', 'giftcard'), amountFen: fc.integer({ min: 1, max: 99_999 }) });
  const wish = fc.record({
    points: fc.nat(50_000),
    available: fc.nat(50_000),
    offs: fc.array(fc.integer({ min: 1, max: 30_000 }), { maxLength: 5 }),
  });
  const percents = fc.record({ pricePercent: fc.constantFrom(100, 98, 95, 92), multiplier: fc.constantFrom(100, 120, 150, 200) });
  const offers = [offer('day', { kind: 'discountDay', pricePercent: 93 }, { categoryIds: ['home'] }), offer('gift', gift([9_000, 900]))];
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), wish, percents, (lines, { points, available, offs }, tier) => {
      const basket = fillBasket(lines, { ...plain, tier, offers }, { wanted: points, available });
      const candidates = candidatesOf(
        basket.lines,
        offs.map((fen, index) => offFen(`v${index}`, fen)),
      );
      const { set } = bestSet(basket.lines, candidates, giftWorth(basket));
      const done = finishPrice(basket, set, tier.multiplier, Infinity);
      for (const each of done.lines) {
        expect(each.amountFen - each.priceOffFen - each.voucherOffFen - each.pointsFen).toBe(each.payableFen);
        expect(Math.min(each.priceOffFen, each.voucherOffFen, each.pointsFen, each.payableFen)).toBeGreaterThanOrEqual(0);
      }
      const sum = (of: (each: (typeof done.lines)[number]) => number) => done.lines.reduce((total, each) => total + of(each), 0);
      expect(sum((each) => each.payableFen)).toBe(done.payableFen);
      expect(sum((each) => each.pointsFen)).toBe(done.pointsPaid);
      expect(sum((each) => each.voucherOffFen)).toBe(set.discountFen);
      expect(done.pointsPaid * 10).toBeLessThanOrEqual((done.payableFen + done.pointsPaid) * 3);
    }),
  );
});

test('with spend-and-gift and points for cash, too, the best set is the one that trying every set finds', () => {
  const line = fc.record({ categoryId: fc.constantFrom('tea', 'home'), amountFen: fc.integer({ min: 1, max: 20_000 }) });
  const steps = fc.array(fc.tuple(fc.nat(40_000), fc.nat(6_000)), { minLength: 1, maxLength: 3 });
  const offersOf = fc.array(fc.tuple(steps, fc.constantFrom([], ['tea'], ['home'])), { maxLength: 2 }).map((list) =>
    list.map(([of, categoryIds], index) => {
      const rising = [...of].sort(([a], [b]) => a - b);
      return offer(`gift-${index}`, gift(...rising), { categoryIds });
    }),
  );
  const offs = fc.array(fc.integer({ min: 1, max: 15_000 }), { maxLength: 7 });
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), offersOf, offs, fc.nat(9_000), (lines, offers, fens, wanted) => {
      const basket = fillBasket(lines, { ...plain, offers }, { wanted, available: 1_000_000 });
      const worth = giftWorth(basket);
      const vouchers = fens.map((fen, index) => offFen(`v${index}`, fen));
      const { set } = bestSet(basket.lines, candidatesOf(basket.lines, vouchers), worth);
      const expected = bruteForce(basket.lines, vouchers, worth.of);
      expect({ ids: set.uses.map((use) => use.voucher.id), discountFen: set.discountFen, giftFen: set.giftFen, left: set.left }).toEqual(
        expected,
      );
    }),
  );
});

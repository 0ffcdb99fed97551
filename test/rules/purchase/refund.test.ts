import fc from 'fast-check';
import { floorShare } from '@shared/kernel/money';
import { decideRefund, type RefundRequest } from '@shared/purchase/decideRefund';
import { payableLeft, reckonRefund, type Reckoned, type RefundUnits } from '@shared/purchase/reckonRefund';
import type { Purchase, PurchaseGift } from '@shared/purchase/types';
import { line, purchaseOf } from './builtPurchase';

const gift: PurchaseGift = {
  offerId: 'autumn',
  name: { zh: '礼', en: 'Gift' },
  thresholdFen: 20_000,
  listedValueFen: 3_000,
  categoryIds: [],
  steps: [
    { thresholdFen: 10_000, listedValueFen: 1_000 },
    { thresholdFen: 20_000, listedValueFen: 3_000 },
  ],
  voucherId: null,
};

/** The purchase as the use case writes it after a refund. */
function after(purchase: Purchase, reckoned: Reckoned): Purchase {
  const { refunded } = purchase;
  return {
    ...purchase,
    refunded: {
      count: refunded.count + 1,
      units: reckoned.units,
      payableFen: refunded.payableFen + reckoned.moneyFen + reckoned.giftChargedFen,
      pointsReturned: refunded.pointsReturned + reckoned.pointsReturned,
      pointsTaken: refunded.pointsTaken + reckoned.pointsTaken,
      giftOwedFen: reckoned.giftOwedFen,
    },
  };
}

test('one line of two: its money comes back, and the points that the rest does not earn are taken', () => {
  const reckoned = reckonRefund(purchaseOf([line(12_850), line(5_000)]), [{ line: 1, units: 1 }]);
  expect(reckoned).toMatchObject({ moneyFen: 5_000, pointsTaken: 50, pointsReturned: 0, leftFen: 12_850, complete: false });
});

test('units of a line come back by one cumulative floor: three units of ¥10 are ¥3.34, ¥3.33, ¥3.33', () => {
  let purchase = purchaseOf([line(1_000, 3)]);
  const money = [1, 1, 1].map((units) => {
    const reckoned = reckonRefund(purchase, [{ line: 0, units }]);
    purchase = after(purchase, reckoned);
    return [reckoned.moneyFen, reckoned.pointsTaken, reckoned.complete];
  });
  expect(money).toEqual([
    [334, 4, false],
    [333, 3, false],
    [333, 3, true],
  ]);
});

test('points paid as cash come back by the line’s share, and excluded lines take no points back', () => {
  const lines = [line(10_000, 1, { pointsFen: 3_000 }), line(5_000, 1, { multiplier: 0 })];
  const purchase = purchaseOf(lines, { points: 70 });
  expect(reckonRefund(purchase, [{ line: 1, units: 1 }])).toMatchObject({ moneyFen: 5_000, pointsTaken: 0, pointsReturned: 0 });
  expect(reckonRefund(purchase, [{ line: 0, units: 1 }])).toMatchObject({ moneyFen: 7_000, pointsTaken: 70, pointsReturned: 3_000 });
});

test('lines weigh by their own campaign multiplier, and what the cap had cut off is not taken', () => {
  const purchase = purchaseOf([line(10_000, 1, { multiplier: 200 }), line(10_000)], { points: 100, capped: true });
  expect(reckonRefund(purchase, [{ line: 0, units: 1 }]).pointsTaken).toBe(67);
  expect(reckonRefund(purchase, [{ line: 1, units: 1 }]).pointsTaken).toBe(34);
});

test('falling a step of spend-and-gift costs the difference of the listed values, falling under all steps the rest', () => {
  const purchase = purchaseOf([line(9_000), line(9_000), line(4_000)], { gift });
  const first = reckonRefund(purchase, [{ line: 2, units: 1 }]);
  expect(first).toMatchObject({ giftChargedFen: 2_000, moneyFen: 2_000, giftOwedFen: 0 });
  expect(reckonRefund(after(purchase, first), [{ line: 0, units: 1 }])).toMatchObject({ giftChargedFen: 1_000, moneyFen: 8_000 });
});

test('a step costs at most the refund; the rest is owed and taken from the next one', () => {
  const purchase = purchaseOf([line(19_500), line(500)], { gift });
  const first = reckonRefund(purchase, [{ line: 1, units: 1 }]);
  expect(first).toMatchObject({ giftChargedFen: 500, moneyFen: 0, giftOwedFen: 1_500 });
  expect(reckonRefund(after(purchase, first), [{ line: 0, units: 1 }])).toMatchObject({
    giftChargedFen: 2_500,
    moneyFen: 17_000,
    giftOwedFen: 0,
  });
});

test('only categories of the offer count towards its step', () => {
  const purchase = purchaseOf([line(20_000), line(9_000, 1, { categoryId: 'other' })], { gift: { ...gift, categoryIds: ['general'] } });
  expect(reckonRefund(purchase, [{ line: 1, units: 1 }])).toMatchObject({ giftChargedFen: 0, moneyFen: 9_000 });
});

const lines = fc.array(
  fc
    .record({
      amountFen: fc.integer({ min: 1, max: 100_000 }),
      units: fc.integer({ min: 1, max: 9 }),
      off: fc.double({ min: 0, max: 1, noNaN: true }),
      cash: fc.double({ min: 0, max: 0.3, noNaN: true }),
      multiplier: fc.constantFrom(0, 100, 150, 300),
    })
    .map(({ amountFen, units, off, cash, multiplier }) => {
      const voucherOffFen = Math.floor(amountFen * off);
      return line(amountFen, units, { voucherOffFen, pointsFen: Math.floor((amountFen - voucherOffFen) * cash), multiplier });
    }),
  { minLength: 1, maxLength: 6 },
);

test('however it is refunded bit by bit: never negative, never more than was paid, in the end what one refund would have given', () => {
  fc.assert(
    fc.property(lines, fc.nat(20_000), fc.boolean(), fc.array(fc.nat(1_000), { maxLength: 60 }), (of, points, gifted, picks) => {
      let purchase = purchaseOf(of, { points, gift: gifted ? gift : null });
      const whole = reckonRefund(
        purchase,
        of.map(({ units }, at) => ({ line: at, units })),
      );
      let [money, charged] = [0, 0];
      for (const pick of [...picks, ...of.keys()]) {
        const at = pick % of.length;
        const left = (of[at]?.units ?? 0) - (purchase.refunded.units[at] ?? 0);
        if (left === 0) continue;
        const units = pick < of.length ? left : 1 + (pick % left);
        const reckoned = reckonRefund(purchase, [{ line: at, units }]);
        const parts = [reckoned.moneyFen, reckoned.giftChargedFen, reckoned.giftOwedFen, reckoned.pointsReturned, reckoned.pointsTaken];
        expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
        purchase = after(purchase, reckoned);
        money += reckoned.moneyFen;
        charged += reckoned.giftChargedFen;
        expect(payableLeft(purchase, purchase.refunded.units) + money + charged).toBe(purchase.payableFen);
        expect(reckoned.leftFen).toBe(payableLeft(purchase, purchase.refunded.units));
      }
      expect(purchase.refunded.units).toEqual(whole.units);
      expect(purchase.refunded).toMatchObject({ pointsReturned: purchase.pointsPaid, pointsTaken: whole.pointsTaken });
      expect(whole.pointsTaken).toBe(points);
      expect(money + charged).toBe(whole.moneyFen + whole.giftChargedFen);
      expect(whole.complete).toBe(true);
    }),
  );
});

test('a share is exact where the product leaves the exact integers', () => {
  expect(floorShare(99_999_999, 99_999_999_999, 100_000_000_000)).toBe(99_999_998);
  expect(floorShare(3, 2, 7)).toBe(0);
  expect(floorShare(100, 0, 0)).toBe(0);
  fc.assert(
    fc.property(fc.nat(2 ** 31 - 1), fc.maxSafeNat(), fc.maxSafeNat(), (total, a, b) => {
      const whole = 1 + (Math.max(a, b) % 1e12);
      const part = Math.min(a, b) % (whole + 1);
      expect(BigInt(floorShare(total, part, whole))).toBe((BigInt(total) * BigInt(part)) / BigInt(whole));
    }),
  );
});

const policy = { refundDays: 90, refundAnywhere: true };
const by = { shopId: 'west', staffId: 'qing', today: '2026-12-01' };
const ask = (lines: readonly RefundUnits[] | null, more: Partial<RefundRequest> = {}): RefundRequest => ({
  key: 'refund-1',
  purchaseId: 'west::A1',
  after: 0,
  lines,
  ...more,
});
const decide = (purchase: Purchase | null, request: RefundRequest, more: Partial<typeof by & typeof policy> = {}) =>
  decideRefund(purchase, null, request, { ...by, ...more }, { ...policy, ...more });

test('refunds within 90 days, that day included, anywhere or only where it was sold, and never of more units than are left', () => {
  const purchase = purchaseOf([line(1_000, 3), line(500)]);
  expect(decide(purchase, ask(null), { today: '2027-02-20' })).toMatchObject({ ok: true });
  expect(decide(purchase, ask(null), { today: '2027-02-21' })).toMatchObject({ refusal: { code: 'refund.tooLate', args: { days: 90 } } });
  expect(decide(purchase, ask(null), { shopId: 'east' })).toMatchObject({ ok: true });
  expect(decide(purchase, ask(null), { shopId: 'east', refundAnywhere: false })).toMatchObject({ refusal: { code: 'refund.otherShop' } });
  expect(decide(null, ask(null))).toMatchObject({ refusal: { code: 'purchase.unknown' } });
  expect(decide(purchase, ask([{ line: 0, units: 4 }]))).toMatchObject({ refusal: { code: 'refund.units', args: { line: 1, left: 3 } } });
  expect(decide(purchase, ask([{ line: 5, units: 1 }]))).toMatchObject({ refusal: { code: 'refund.units' } });
  const twice = [
    { line: 0, units: 2 },
    { line: 0, units: 2 },
  ];
  expect(decide(purchase, ask(twice))).toMatchObject({ refusal: { code: 'refund.units' } });
  const gone = { ...purchase, refunded: { ...purchase.refunded, count: 1, units: [3, 1] } };
  expect(decide(gone, ask(null, { after: 1 }))).toMatchObject({ refusal: { code: 'refund.nothingLeft' } });
  expect(decide(gone, ask(null))).toMatchObject({ refusal: { code: 'refund.changed' } });
});

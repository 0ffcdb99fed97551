import fc from 'fast-check';
import { bestSet, candidatesOf, chosenSet, stackExactMax } from '@shared/voucher/stack';
import type { StackLine, StackVoucher } from '@shared/voucher/stackDiscount';
import type { GiftWorth } from '@shared/voucher/searchBest';
import type { Benefit, Stacking } from '@shared/voucher/types';
import { bruteForce, modelSet } from './bruteForce';

const proving = process.env['LANTERN_PROVE'] === '1';
const everything = { shopIds: [], categoryIds: [], productIds: [] };
const noGift: GiftWorth = { of: () => 0, atMost: (_left, moreFen) => moreFen };
/** A gift of so much worth for whoever pays so much. */
function giftFrom(thresholdFen: number, valueFen: number): GiftWorth {
  const of = (left: readonly number[]): number => (left.reduce((sum, fen) => sum + fen, 0) >= thresholdFen ? valueFen : 0);
  const sumOf = (left: readonly number[]): number => left.reduce((sum, fen) => sum + fen, 0);
  const atMost = (left: readonly number[], moreFen: number): number =>
    of(left) === 0 ? moreFen : Math.max(moreFen, Math.min(moreFen, sumOf(left) - thresholdFen) + valueFen);
  return { of, atMost };
}

const line = (reducedFen: number, categoryId = 'tea'): StackLine => ({ categoryId, units: 1, reducedFen });
const off = (offFen: number): Benefit => ({ kind: 'amountOff', thresholdFen: 0, offFen });
const percent = (percentOff: number, capFen: number | null = null): Benefit => ({
  kind: 'percentOff',
  thresholdFen: 0,
  percentOff,
  capFen,
});

function voucher(id: string, benefit: Benefit, stacking: Partial<Stacking> = {}, endsOn = '2026-12-31'): StackVoucher {
  return { id, endsOn, benefit, scope: everything, stacking: { group: id, exclusive: false, order: 1, on: 'reduced', ...stacking } };
}

function bestIds(lines: readonly StackLine[], vouchers: readonly StackVoucher[], worth = noGift): readonly string[] {
  return bestSet(lines, candidatesOf(lines, vouchers), worth).set.uses.map((use) => use.voucher.id);
}

const categories = ['tea', 'bread', 'home'] as const;
const lineOf = fc.record({
  categoryId: fc.constantFrom(...categories),
  productId: fc.constantFrom(undefined, 'cup', 'pot'),
  units: fc.integer({ min: 1, max: 4 }),
  reducedFen: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 60_000 })),
});
const benefitOf: fc.Arbitrary<Benefit> = fc.oneof(
  fc.record({ kind: fc.constant('amountOff' as const), thresholdFen: fc.constant(0), offFen: fc.constantFrom(1, 7, 500, 1_000, 20_000) }),
  fc.record({
    kind: fc.constant('percentOff' as const),
    thresholdFen: fc.constant(0),
    percentOff: fc.constantFrom(1, 10, 15, 33, 50, 99),
    capFen: fc.constantFrom(null, null, 300, 5_000),
  }),
  fc.record({ kind: fc.constant('goods' as const), productId: fc.constantFrom('cup', 'pot'), listedValueFen: fc.constant(100) }),
);
const voucherOf = fc.record({
  endsOn: fc.constantFrom('2026-12-01', '2026-12-31'),
  benefit: benefitOf,
  scope: fc.record({
    shopIds: fc.constant([]),
    categoryIds: fc.subarray([...categories], { maxLength: 2 }),
    productIds: fc.constantFrom([], [], [], ['cup']),
  }),
  stacking: fc.record({
    group: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
    exclusive: fc.boolean().map((yes) => yes && true),
    order: fc.integer({ min: 1, max: 3 }),
    on: fc.constantFrom('original' as const, 'reduced' as const),
  }),
});
const idPool = fc.shuffledSubarray(['v01', 'v02', 'v03', 'v04', 'v05', 'v06', 'v07', 'v08', 'v09', 'v10', 'v11', 'v12'], {
  minLength: 12,
});
/** Exclusive vouchers are rarer than the others, or nothing would ever combine. */
const vouchersOf = fc
  .tuple(fc.array(fc.tuple(voucherOf, fc.nat(5)), { maxLength: proving ? stackExactMax : 7 }), idPool)
  .map(([list, ids]) =>
    list.map(([each, luck], index) => ({
      ...each,
      id: ids[index] ?? '',
      stacking: { ...each.stacking, exclusive: each.stacking.exclusive && luck === 0 },
    })),
  );
const giftOf = fc.tuple(fc.nat(50_000), fc.nat(5_000)).map(([threshold, value]) => giftFrom(threshold, value));

test('the best set is the one that trying every set finds, whatever the basket, the vouchers and the gift', () => {
  fc.assert(
    fc.property(fc.array(lineOf, { minLength: 1, maxLength: 5 }), vouchersOf, giftOf, (lines, vouchers, worth) => {
      const expected = bruteForce(lines, vouchers, worth.of);
      const { set } = bestSet(lines, candidatesOf(lines, vouchers), worth);
      expect({ ids: set.uses.map((use) => use.voucher.id), discountFen: set.discountFen, giftFen: set.giftFen, left: set.left }).toEqual(
        expected,
      );
    }),
  );
});

test('the result does not depend on the order in which vouchers come', () => {
  const shuffled = vouchersOf.chain((vouchers) =>
    fc.tuple(fc.constant(vouchers), fc.shuffledSubarray(vouchers, { minLength: vouchers.length })),
  );
  fc.assert(
    fc.property(fc.array(lineOf, { minLength: 1, maxLength: 4 }), shuffled, giftOf, (lines, [one, other], worth) => {
      expect(bestSet(lines, candidatesOf(lines, one), worth)).toEqual(bestSet(lines, candidatesOf(lines, other), worth));
    }),
  );
});

test('a chosen set is applied as the plain model does, and nothing is ever below zero', () => {
  fc.assert(
    fc.property(fc.array(lineOf, { minLength: 1, maxLength: 5 }), vouchersOf, (lines, vouchers) => {
      const set = chosenSet(lines, candidatesOf(lines, vouchers), noGift);
      const expected = modelSet(lines, vouchers, () => 0);
      if (expected !== null) expect(set).toMatchObject({ discountFen: expected.discountFen, left: expected.left });
      for (const fen of set?.left ?? []) expect(fen).toBeGreaterThanOrEqual(0);
      const whole = lines.reduce((sum, each) => sum + each.reducedFen, 0);
      if (set !== null) expect(set.left.reduce((sum, fen) => sum + fen, 0)).toBe(whole - set.discountFen);
    }),
  );
});

test('two vouchers worth more than the basket leave nothing to pay and never less, in either order', () => {
  const lines = [line(3_000), line(2_000)];
  for (const orders of [
    [1, 2],
    [2, 1],
  ]) {
    const pair = [voucher('a', off(4_000), { order: orders[0] ?? 0 }), voucher('b', off(4_000), { order: orders[1] ?? 0 })];
    const set = chosenSet(lines, candidatesOf(lines, pair), noGift);
    expect(set?.discountFen).toBe(5_000);
    expect(set?.left).toEqual([0, 0]);
  }
});

test('an exclusive voucher is used alone, and only when it beats those that combine', () => {
  const lines = [line(10_000)];
  const combining = [voucher('a', off(1_000)), voucher('b', off(1_500))];
  expect(bestIds(lines, [...combining, voucher('x', off(2_400), { exclusive: true })])).toEqual(['a', 'b']);
  expect(bestIds(lines, [...combining, voucher('x', off(2_600), { exclusive: true })])).toEqual(['x']);
  expect(chosenSet(lines, candidatesOf(lines, [...combining, voucher('x', off(2_600), { exclusive: true })]), noGift)).toBeNull();
});

test('of a group at most one is used', () => {
  const lines = [line(10_000)];
  const group = [voucher('a', off(1_000), { group: 'g' }), voucher('b', off(900), { group: 'g' }), voucher('c', off(100))];
  expect(bestIds(lines, group)).toEqual(['a', 'c']);
  expect(chosenSet(lines, candidatesOf(lines, group), noGift)).toBeNull();
});

test('a percentage on the reduced price sees what earlier vouchers left, on the original price it does not', () => {
  const lines = [line(10_000)];
  const after = (on: Stacking['on']) =>
    chosenSet(lines, candidatesOf(lines, [voucher('a', off(2_000), { order: 1 }), voucher('b', percent(10), { order: 2, on })]), noGift);
  expect(after('reduced')?.discountFen).toBe(2_800);
  expect(after('original')?.discountFen).toBe(3_000);
});

test('percentages are rounded half up once per voucher, and capped', () => {
  expect(chosenSet([line(45)], candidatesOf([line(45)], [voucher('a', percent(10))]), noGift)?.discountFen).toBe(5);
  expect(chosenSet([line(44)], candidatesOf([line(44)], [voucher('a', percent(10))]), noGift)?.discountFen).toBe(4);
  const twoLines = [line(5), line(5)];
  expect(chosenSet(twoLines, candidatesOf(twoLines, [voucher('a', percent(15))]), noGift)).toMatchObject({ discountFen: 2, left: [4, 4] });
  expect(chosenSet([line(9_000)], candidatesOf([line(9_000)], [voucher('a', percent(50, 1_000))]), noGift)?.discountFen).toBe(1_000);
});

test('a voucher that would take nothing off is not used up', () => {
  const lines = [line(1_000)];
  expect(bestIds(lines, [voucher('a', off(1_000), { order: 1 }), voucher('b', off(500), { order: 2 })])).toEqual(['a']);
});

test('a voucher that costs the gift more than it takes off is left in the wallet', () => {
  const lines = [line(20_000)];
  const worth = giftFrom(19_500, 3_000);
  expect(bestIds(lines, [voucher('a', off(2_900))], worth)).toEqual([]);
  expect(bestIds(lines, [voucher('a', off(3_100))], worth)).toEqual(['a']);
  expect(bestIds(lines, [voucher('a', off(2_900)), voucher('b', off(400), { group: 'z' })], worth)).toEqual(['b']);
});

test('equal sets: the fewest vouchers, then those that lapse first, then by id', () => {
  const lines = [line(1_000)];
  expect(bestIds(lines, [voucher('a', off(500)), voucher('b', off(500)), voucher('c', off(1_000))])).toEqual(['c']);
  const twins = { group: 'g' };
  expect(bestIds(lines, [voucher('a', off(500), twins, '2026-12-31'), voucher('b', off(500), twins, '2026-12-01')])).toEqual(['b']);
  expect(bestIds(lines, [voucher('b', off(500), twins), voucher('a', off(500), twins)])).toEqual(['a']);
});

test('of more than twelve usable vouchers those twelve are tried that take most off by themselves', () => {
  const lines = [line(100_000)];
  const many = Array.from({ length: 20 }, (_, index) => voucher(`v${String(index).padStart(2, '0')}`, off(100 + index)));
  const { set, untried } = bestSet(lines, candidatesOf(lines, many), noGift);
  expect(set.uses).toHaveLength(stackExactMax);
  expect(set.discountFen).toBe(many.slice(8).reduce((sum, { benefit }) => sum + (benefit.kind === 'amountOff' ? benefit.offFen : 0), 0));
  expect(untried.map(({ id }) => id).sort()).toEqual(many.slice(0, 8).map(({ id }) => id));
});

import fc from 'fast-check';
import { addDays, dayNumber } from '@shared/kernel/time';
import {
  addPeriod,
  dueReminder,
  dueRound,
  forgetEnded,
  isFarAhead,
  noPaidCard,
  paidUntil,
  periodOn,
  reminded,
  removePeriod,
  roundGiven,
  unusedDays,
  type PaidCard,
} from '@shared/tier/paidCard';
import { paidSaved } from '@shared/tier/paidSaved';
import { refundOf, withRefund, type PlanOrder } from '@shared/tier/planOrder';
import type { PlanTerms } from '@shared/tier/plan';

const month: PlanTerms = {
  planId: 'month',
  name: { zh: '月卡', en: 'Month' },
  days: 31,
  multiplier: 150,
  pricePercent: 95,
  couponIds: ['tea'],
};
const year: PlanTerms = { ...month, planId: 'year', days: 366, pricePercent: 90 };
const bought = (orders: readonly (readonly [string, PlanTerms])[], on: string, card: PaidCard = noPaidCard): PaidCard =>
  orders.reduce((before, [id, terms]) => addPeriod(before, id, terms, on).card, card);

test('a card counts from the day it is bought to the last of its days, and renewing it early adds to its end', () => {
  const card = bought(
    [
      ['a', month],
      ['b', year],
    ],
    '2026-11-22',
  );
  expect(card.periods.map(({ from, endsOn }) => [from, endsOn])).toEqual([
    ['2026-11-22', '2026-12-22'],
    ['2026-12-23', '2027-12-23'],
  ]);
  expect(periodOn(card, '2026-12-22')).toMatchObject({ planId: 'month', pricePercent: 95 });
  expect(periodOn(card, '2026-12-23')).toMatchObject({ planId: 'year', pricePercent: 90 });
  expect(periodOn(card, '2027-12-24')).toBeNull();
  expect(paidUntil(card, '2027-12-24')).toBeNull();
});

test('a card that has ended begins again on the day it is bought', () => {
  const ended = bought([['a', month]], '2026-01-01');
  expect(bought([['b', month]], '2026-06-01', ended).periods).toMatchObject([{ orderId: 'b', from: '2026-06-01', endsOn: '2026-07-01' }]);
});

test('a card that runs for two more years cannot be renewed yet', () => {
  const two = bought(
    [
      ['a', year],
      ['b', year],
    ],
    '2026-01-01',
  );
  expect(isFarAhead(two, '2026-01-01')).toBe(true);
  expect(isFarAhead(two, '2026-06-01')).toBe(false);
});

test('of a refunded order the days to come are taken away, today counts as used, and what follows moves up', () => {
  const card = bought(
    [
      ['a', month],
      ['b', month],
    ],
    '2026-11-22',
  );
  expect(unusedDays(card, 'a', '2026-11-22')).toBe(30);
  expect(unusedDays(card, 'b', '2026-11-22')).toBe(31);
  const without = removePeriod(card, 'a', '2026-11-30');
  expect(without.periods.map(({ orderId, from, endsOn }) => [orderId, from, endsOn])).toEqual([
    ['a', '2026-11-22', '2026-11-30'],
    ['b', '2026-12-01', '2026-12-31'],
  ]);
  expect(removePeriod(card, 'b', '2026-11-30').periods).toHaveLength(1);
  expect(unusedDays(card, 'a', '2026-12-22')).toBe(0);
});

test('a round of vouchers is due on the first day and every 31 days, each once, and never after the end', () => {
  let card = bought([['a', { ...year, days: 70 }]], '2026-01-01');
  const given: string[] = [];
  for (let day = '2026-01-01'; day <= '2026-04-30'; day = addDays(day, 1)) {
    for (let due = dueRound(card, day); due !== null; due = dueRound(card, day)) {
      given.push(day);
      card = roundGiven(card, due.period.orderId, [`v${due.round}`]);
    }
  }
  expect(given).toEqual(['2026-01-01', '2026-02-01', '2026-03-04']);
  expect(card.periods[0]?.voucherIds).toEqual(['v0', 'v1', 'v2']);
});

test('the end is told of once, a week before; a renewal has an end of its own to tell of', () => {
  const card = bought([['a', { ...month, couponIds: [] }]], '2026-01-01');
  expect(card.dueOn).toBe('2026-01-24');
  expect(dueReminder(card, '2026-01-23')).toBeNull();
  expect(dueReminder(card, '2026-01-24')).toBe('2026-01-31');
  const told = reminded(card, '2026-01-31');
  expect([dueReminder(told, '2026-01-25'), told.dueOn]).toEqual([null, null]);
  expect(bought([['b', { ...month, couponIds: [] }]], '2026-01-25', told).dueOn).toBe('2026-02-24');
  expect(forgetEnded(card, '2026-02-01')).toMatchObject({ periods: [], dueOn: null });
});

test('whatever is bought and refunded, periods lie end to end, no bought day is lost and none comes from nothing', () => {
  const act = fc.oneof(
    fc.record({ kind: fc.constant('buy' as const), days: fc.integer({ min: 1, max: 366 }) }),
    fc.record({ kind: fc.constant('refund' as const), at: fc.nat(5) }),
    fc.record({ kind: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 60 }) }),
  );
  fc.assert(
    fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
      let [card, today, orders]: [PaidCard, string, number] = [noPaidCard, '2026-01-01', 0];
      const left = (): number => card.periods.reduce((sum, { orderId }) => sum + unusedDays(card, orderId, today), 0);
      for (const each of acts) {
        const before = left();
        if (each.kind === 'wait') today = addDays(today, each.days);
        else if (each.kind === 'buy') {
          const covered = periodOn(card, today) !== null;
          card = addPeriod(card, `o${(orders += 1)}`, { ...month, days: each.days }, today).card;
          expect(left()).toBe(before + each.days - (covered ? 0 : 1));
        } else {
          const order = card.periods[each.at]?.orderId ?? 'none';
          const unused = unusedDays(card, order, today);
          card = removePeriod(card, order, today);
          expect(left()).toBe(before - unused);
        }
        const open = card.periods.filter(({ endsOn }) => endsOn >= today);
        open.forEach((period, index) => {
          expect(dayNumber(period.endsOn)).toBeGreaterThanOrEqual(dayNumber(period.from));
          if (index > 0) expect(period.from).toBe(addDays(open[index - 1]?.endsOn ?? '', 1));
        });
      }
    }),
  );
});

const order = { terms: month, priceFen: 1900, points: 0, state: 'paid' } as PlanOrder;

test('the share of the days to come goes back, of money and points alike, rounded down; without money the order is done at once', () => {
  expect(refundOf(order, 30)).toEqual({ fen: 1838, points: 0 });
  expect(refundOf({ ...order, priceFen: 0, points: 500 }, 10)).toEqual({ fen: 0, points: 161 });
  const refund = { fen: 1838, points: 0, unusedDays: 30, at: 5, by: 'op' };
  expect(withRefund(order, refund)).toMatchObject({ state: 'refunding', checkAt: 5, refund: { doneAt: null } });
  expect(withRefund(order, { ...refund, fen: 0 })).toMatchObject({ state: 'refunded', refund: { doneAt: 5 } });
});

test('what a card saved follows from the lines: less what came back, nothing of what was undone', () => {
  const line = {
    categoryId: 'tea',
    amountFen: 10_000,
    units: 3,
    priceOffFen: 1000,
    voucherOffFen: 0,
    pointsFen: 0,
    payableFen: 9000,
    multiplier: 100,
  };
  const refunded = { count: 0, units: [1, 0], payableFen: 0, pointsReturned: 0, pointsTaken: 0, giftOwedFen: 0 };
  const purchase = { lines: [{ ...line, paidCardFen: 500 }, line], refunded, undo: null };
  expect(paidSaved([purchase])).toBe(333);
  expect(paidSaved([{ ...purchase, undo: { how: 'undo', key: 'k', at: 1, staffId: 's', device: 'd' } }])).toBe(0);
});

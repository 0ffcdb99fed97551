import { costOf } from '@shared/game/checkPool';
import { prizeOf } from '@shared/game/decideDraw';
import { fair, playPool } from './playPool';

const plan = { budgetFen: null, drawsExpected: 2000 };
/** The fair without limits, so that a draw gives what its number picks or what is guaranteed. */
const free = fair.prizes.map((prize) => ({ ...prize, stock: null, perHour: null, memberMax: null }));

test.each([
  ['no guarantee', null],
  ['a cheap guarantee', { misses: 3, prizeId: 'points', reserve: 0 }],
  ['a dear guarantee', { misses: 2, prizeId: 'lamp', reserve: 0 }],
])('what draws with %s are expected to cost is what they cost', (_, guarantee) => {
  const content = { ...fair, prizes: free, guarantee };
  const played = playPool(content, plan.drawsExpected, 12).draws.reduce((sum, { given }) => sum + prizeOf(content, given).valueFen, 0);
  const expected = costOf(content, plan).expectedFen ?? 0;
  expect(played / expected).toBeGreaterThan(0.88);
  expect(played / expected).toBeLessThan(1.12);
});

test('nothing but misses makes every third draw a guarantee of two', () => {
  const [table] = fair.tables;
  if (table === undefined) throw new Error('The fair has a table');
  const content = {
    ...fair,
    tables: [{ ...table, rows: [{ prizeId: 'thanks', weight: 9 }] }],
    guarantee: { misses: 2, prizeId: 'lamp', reserve: 0 },
  };
  expect(costOf(content, { ...plan, drawsExpected: 300 }).expectedFen).toBe(100 * 20_000);
});

test('points cost what they pay at the till, whatever value was written', () => {
  const points = free.map((prize) => (prize.id === 'points' ? { ...prize, award: { kind: 'points' as const, points: 500 } } : prize));
  const costs = costOf({ ...fair, prizes: points.filter(({ id }) => id === 'points'), guarantee: null, drawsMax: 10 }, plan);
  expect(costs.worstFen).toBe(5000);
});

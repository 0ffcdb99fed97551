import fc from 'fast-check';
import { addChances, spendChance, usableChances, withdrawChances } from '@shared/game/chances';
import { reconcileChances } from '@shared/game/reconcileChances';
import type { ChanceAccount, ChancePolicy } from '@shared/game/types';
import { addDays } from '@shared/kernel/time';

const policy: ChancePolicy = { lifeDays: 3, pricePoints: 50, purchaseFen: 5000, perDayMax: { points: 2 } };
const nobody: ChanceAccount = { _id: 'm1', chances: [], chanceSeq: 0, chanceDay: null };
const today = '2026-11-22';
const time = { today, at: 1 };
const open = (): boolean => false;

const given = (account: ChanceAccount, sourceId: string, day = today, poolId?: string): ChanceAccount =>
  addChances(account, { memberId: 'm1', source: 'quiz', sourceId, count: 1, ...(poolId === undefined ? {} : { poolId }) }, policy, {
    today: day,
    at: 1,
  }).account;

test('a chance can be used to the end of its last day', () => {
  const account = given(nobody, 'a');
  expect(account.chances).toMatchObject([{ id: 'quiz:a', left: 1, expiresOn: '2026-11-24' }]);
  expect(spendChance(account, 'pool', open, { today: '2026-11-24', at: 2 }).ok).toBe(true);
  expect(spendChance(account, 'pool', open, { today: '2026-11-25', at: 2 })).toMatchObject({ ok: false, refusal: { code: 'chance.none' } });
});

test('the chance that lapses first is spent first, and at the same end the one that only this pool can use', () => {
  const account = given(given(given(nobody, 'b', '2026-11-23'), 'a'), 'bound', today, 'pool');
  expect(usableChances(account, 'pool', open, '2026-11-23').map((lot) => lot.id)).toEqual(['quiz:bound', 'quiz:a', 'quiz:b']);
});

test('a chance bound to another pool is of use only once that pool was stopped', () => {
  const account = given(nobody, 'bound', today, 'other');
  expect(spendChance(account, 'pool', open, time)).toMatchObject({ ok: false });
  expect(spendChance(account, 'pool', (poolId) => poolId === 'other', time)).toMatchObject({
    ok: true,
    value: { spent: { lot: 'quiz:bound' } },
  });
});

test('a source gives no more than its day has room for, and says so by an entry of what it gave', () => {
  const buy = (account: ChanceAccount, sourceId: string, day: string, memberId = 'm1') =>
    addChances(account, { memberId, source: 'points', sourceId, count: 2 }, policy, { today: day, at: 1 });
  const first = buy(given(nobody, 'a'), 'one', today);
  expect(first.entries.map((entry) => entry.delta)).toEqual([2]);
  const second = buy(first.account, 'two', today);
  expect(second.entries).toMatchObject([{ _id: 'm1:points:two', delta: 0 }]);
  expect(second.account.chances).toEqual(first.account.chances);
  // Another of the account's people has a day of their own, and only today's counts are kept.
  const others = buy(second.account, 'of-m2', today, 'm2');
  expect(others.entries.map((entry) => entry.delta)).toEqual([2]);
  expect(buy(others.account, 'of-m2-again', today, 'm2').entries.map((entry) => entry.delta)).toEqual([0]);
  const next = buy(others.account, 'three', addDays(today, 1));
  expect(next.entries.map((entry) => entry.delta)).toEqual([2]);
  expect(next.account.chanceDay).toEqual({ day: addDays(today, 1), given: { m1: { points: 2 } } });
});

test('a refunded purchase takes back what was not spent, and nothing twice', () => {
  const grant = { memberId: 'm1', source: 'purchase', sourceId: 'p1', count: 2 } as const;
  const spent = spendChance(addChances(nobody, grant, policy, time).account, 'pool', open, time);
  if (!spent.ok) throw new Error('There were two');
  const withdrawn = withdrawChances(spent.value.account, grant, time);
  expect(withdrawn.entries).toMatchObject([{ kind: 'withdrawal', delta: -1 }]);
  expect(withdrawChances(withdrawn.account, grant, time)).toEqual({ account: withdrawn.account, entries: [] });
});

type Act = { readonly kind: 'add' | 'spend' | 'withdraw'; readonly of: number; readonly count: number; readonly days: number };
const acts = fc.array(
  fc.record<Act>({
    kind: fc.constantFrom('add', 'spend', 'withdraw'),
    of: fc.integer({ min: 0, max: 5 }),
    count: fc.integer({ min: 1, max: 3 }),
    days: fc.integer({ min: 0, max: 2 }),
  }),
  { maxLength: 40 },
);

test('whatever happens, what is left is the sum of its moves, nothing is below zero and no move is missing', () => {
  fc.assert(
    fc.property(acts, (history) => {
      let account = nobody;
      let day = today;
      const steps: { seq: number; lot: string; delta: number }[] = [];
      history.forEach(({ kind, of, count, days }, index) => {
        day = addDays(day, days);
        const now = { today: day, at: index };
        if (kind === 'spend') {
          const spent = spendChance(account, `pool${of}`, open, now);
          if (!spent.ok) return;
          account = spent.value.account;
          steps.push(...spent.value.entries, { ...spent.value.spent, delta: -1 });
          return;
        }
        const origin = { source: 'quiz', sourceId: kind === 'add' ? `${index}` : `${of}` } as const;
        const moved =
          kind === 'add' ? addChances(account, { ...origin, memberId: 'm1', count }, policy, now) : withdrawChances(account, origin, now);
        account = moved.account;
        steps.push(...moved.entries);
      });
      expect(reconcileChances(account, steps)).toEqual([]);
      expect(account.chances.filter((lot) => lot.left <= 0)).toEqual([]);
      const [altered] = account.chances;
      if (altered === undefined) return;
      const tampered = { ...account, chances: [{ ...altered, left: altered.left + 1 }, ...account.chances.slice(1)] };
      expect(reconcileChances(tampered, steps)).toHaveLength(1);
    }),
  );
});

import fc from 'fast-check';
import { addDays } from '@shared/kernel/time';
import { accrue } from '@shared/ledger/accrue';
import { openAccount } from '@shared/ledger/openAccount';
import { reverse } from '@shared/ledger/reverse';
import type { Account } from '@shared/ledger/types';
import { defaultProgramme } from '@shared/store/programme';
import { rank } from '@shared/tier/move';
import { addScore, scoreOn } from '@shared/tier/score';
import { carry, dueDay, interact, settleAccount, type Settled } from '@shared/tier/settleAccount';
import type { Interaction } from '@shared/tier/types';
import { viewTier } from '@shared/tier/view';
import { warnReview } from '@shared/tier/warnReview';

const { tiers } = defaultProgramme;
const start = '2026-11-22';
const fresh = openAccount('m', 0, start);

/** What the use cases' writer makes of a settled account, without the database. */
function written(account: Account, settled: Settled): Account {
  const { balance, drafts } = settled.posting;
  const tierChanges = account.tierChanges + settled.moves.length;
  return { ...account, ...balance, ...settled.standing, seq: balance.seq + drafts.length, tierChanges, nextDueOn: dueDay(settled) };
}

function buy(account: Account, day: string, points: number): Account {
  const settled = settleAccount(account, day, tiers);
  const accrued = accrue(settled.posting, { source: `p-${day}-${points}`, day, today: day, points, note: {} });
  return written(account, carry(settled, accrued, day, tiers));
}

test('a purchase’s points count on release, for the month of the purchase, and lift at once to the highest tier they reach', () => {
  const bought = buy(fresh, '2026-11-28', 6_000);
  expect(settleAccount(bought, '2026-12-04', tiers).standing).toMatchObject({ tier: 'firefly', score: [] });
  const released = settleAccount(bought, '2026-12-06', tiers);
  expect(released.standing).toMatchObject({
    tier: 'lantern',
    tierSince: '2026-12-05',
    reviewOn: '2028-01-08',
    score: [{ month: '2026-11', points: 6_000 }],
    lifetimePoints: 6_000,
  });
  expect(released.moves).toEqual([{ day: '2026-12-05', from: 'firefly', to: 'lantern', reason: 'score', score: 6_000 }]);
});

test('counts this month and the twelve before, no more', () => {
  const standing = addScore(addScore(fresh, '2025-11', 100, '2025-11-30'), '2026-11', 7, start);
  expect(scoreOn(standing, '2026-11-22')).toBe(107);
  expect(scoreOn(standing, '2026-12-01')).toBe(7);
});

test('the review comes on the 8th of the 13th month after: one step down when the score no longer supports the tier, then yearly', () => {
  const lantern = written(fresh, settleAccount(buy(fresh, start, 6_000), '2026-11-29', tiers));
  expect(settleAccount(lantern, '2027-12-07', tiers).standing.tier).toBe('lantern');
  const once = settleAccount(lantern, '2027-12-08', tiers);
  expect(once.standing).toMatchObject({ tier: 'candle', tierSince: '2027-12-08', reviewOn: '2028-12-08' });
  expect(once.moves).toMatchObject([{ day: '2027-12-08', from: 'lantern', to: 'candle', reason: 'review', score: 0 }]);
  expect(settleAccount(lantern, '2028-12-08', tiers).standing).toMatchObject({ tier: 'firefly', reviewOn: null });
});

test('points released on the very day of the review still count for it', () => {
  const lantern = written(fresh, settleAccount(buy(fresh, start, 6_000), '2026-11-29', tiers));
  const rescued = buy(lantern, '2027-12-01', 5_000);
  expect(settleAccount(rescued, '2027-12-08', tiers).standing).toMatchObject({ tier: 'lantern', reviewOn: '2028-12-08' });
});

test('says how much more to rise, and how much more by when to keep', () => {
  const account = written(fresh, settleAccount(buy(fresh, start, 1_400), '2026-11-29', tiers));
  expect(viewTier(account, '2026-11-29', tiers)).toMatchObject({
    id: 'candle',
    multiplier: 120,
    score: 1_400,
    next: { id: 'lantern', missing: 3_600 },
    keep: { until: '2027-12-08', missing: 1_000 },
  });
  const later = written(account, settleAccount(buy(account, '2026-12-10', 300), '2026-12-20', tiers));
  expect(viewTier(later, '2026-12-20', tiers).keep).toEqual({ until: '2027-12-08', missing: 700 });
});

test('each kind of interaction counts once a day by the table, and the first act of a day counts as opening too', () => {
  const act = (kinds: readonly Interaction[], account = fresh, day = start): Account =>
    written(
      account,
      kinds.reduce((settled, kind) => interact(settled, kind, day, tiers), settleAccount(account, day, tiers)),
    );
  expect(act(['checkin']).score).toEqual([{ month: '2026-11', points: 3 }]);
  expect(act(['open', 'open']).score).toEqual([{ month: '2026-11', points: 1 }]);
  const everything = act(['checkin', 'game', 'quiz', 'survey', 'event', 'game', 'checkin']);
  expect(everything.score).toEqual([{ month: '2026-11', points: 1 + 2 + 2 + 5 + 10 + 20 }]);
  expect(act(['game'], everything).score).toEqual(everything.score);
  expect(act(['game'], everything, addDays(start, 1)).score).toEqual([{ month: '2026-11', points: 43 }]);
});

test('warns within 30 days of a review that would cost the tier, and of no other', () => {
  const lantern = written(fresh, settleAccount(buy(fresh, start, 6_000), '2026-11-29', tiers));
  const warned = (account: Account, day: string) => warnReview(settleAccount(account, day, tiers).standing, day, tiers);
  expect(warned(lantern, '2027-11-07')).toBeNull();
  expect(warned(lantern, '2027-11-08')).toEqual({ tier: { zh: '灯笼', en: 'Lantern' }, missing: 5_000, until: '2027-12-08' });
  const safe = written(lantern, settleAccount(buy(lantern, '2027-09-01', 5_000), '2027-09-08', tiers));
  expect(warned(safe, '2027-11-08')).toBeNull();
  expect(warned(fresh, '2027-11-08')).toBeNull();
});

function takeBack(account: Account, day: string, today: string, points: number): Account {
  const settled = settleAccount(account, today, tiers);
  const source = `back-${day}-${points}`;
  return written(account, carry(settled, reverse(settled.posting, { source, day, today, points, note: {} }), today, tiers));
}

test('buy, rise, refund: the tier falls at once, score and lifetime points with it', () => {
  const lantern = written(fresh, settleAccount(buy(fresh, start, 6_000), '2026-11-29', tiers));
  const partly = takeBack(lantern, start, '2026-12-10', 2_000);
  expect(partly).toMatchObject({ tier: 'candle', tierSince: '2026-12-10', reviewOn: '2027-12-08', lifetimePoints: 4_000 });
  expect(takeBack(partly, start, '2026-12-11', 4_000)).toMatchObject({ tier: 'firefly', reviewOn: null, score: [], lifetimePoints: 0 });
});

test('a tier that was held before the refunded points counted is kept, with its own review, whatever the score', () => {
  const candle = written(fresh, settleAccount(buy(fresh, '2025-11-10', 1_000), '2025-11-17', tiers));
  const lantern = written(candle, settleAccount(buy(candle, '2026-11-22', 6_000), '2026-11-29', tiers));
  expect(lantern).toMatchObject({ tier: 'lantern', reviewOn: '2027-12-08' });
  expect(takeBack(lantern, '2026-11-22', '2026-12-01', 6_000)).toMatchObject({ tier: 'candle', reviewOn: '2026-12-08', score: [] });
});

test('who buys twice, rises twice and returns the first and then the second keeps neither tier', () => {
  const first = written(fresh, settleAccount(buy(fresh, '2026-11-01', 1_000), '2026-11-10', tiers));
  const second = written(first, settleAccount(buy(first, '2026-11-10', 4_000), '2026-11-20', tiers));
  expect(second.tier).toBe('lantern');
  const once = takeBack(second, '2026-11-01', '2026-11-21', 1_000);
  expect(once.tier).toBe('candle');
  expect(takeBack(once, '2026-11-10', '2026-11-22', 4_000)).toMatchObject({ tier: 'firefly', lifetimePoints: 0 });
});

test('a tier reached without the refunded points stays', () => {
  const first = written(fresh, settleAccount(buy(fresh, '2026-11-01', 1_000), '2026-11-10', tiers));
  const second = written(first, settleAccount(buy(first, '2026-11-10', 5_000), '2026-11-20', tiers));
  expect(takeBack(second, '2026-11-01', '2026-11-21', 1_000)).toMatchObject({ tier: 'lantern', reviewOn: '2027-12-08' });
});

test('more can never be taken from the score than was counted: that is a bug, and throws', () => {
  const lantern = written(fresh, settleAccount(buy(fresh, start, 600), '2026-11-29', tiers));
  expect(() => takeBack(lantern, start, '2026-12-10', 700)).toThrow('lifetime points would fall');
  expect(() => addScore(lantern, '2026-11', -700, start)).toThrow('The score of 2026-11');
});

const steps = fc.array(fc.record({ wait: fc.integer({ min: 0, max: 200 }), points: fc.integer({ min: 0, max: 4_000 }) }), {
  maxLength: 25,
});

test('whatever happens: never below what the score supports, at most one step down a review, history without gaps', () => {
  fc.assert(
    fc.property(steps, (history) => {
      let account = fresh;
      let day = start;
      for (const { wait, points } of history) {
        day = addDays(day, wait);
        const settled = settleAccount(account, day, tiers);
        let at = account.tier;
        for (const move of settled.moves) {
          expect(move.from).toBe(at);
          const climb = rank(tiers, move.to) - rank(tiers, move.from);
          expect(move.reason === 'score' ? climb > 0 : climb === -1).toBe(true);
          at = move.to;
        }
        expect(settled.standing.tier).toBe(at);
        const supported = tiers.findLastIndex((tier) => tier.scoreNeeded <= scoreOn(settled.standing, day));
        expect(rank(tiers, settled.standing.tier)).toBeGreaterThanOrEqual(supported);
        expect((settled.standing.tier === 'firefly') === (settled.standing.reviewOn === null)).toBe(true);
        account = buy(written(account, settled), day, points);
        expect(account.score.length).toBeLessThanOrEqual(13);
      }
    }),
  );
});

test('settling in one go gives what settling every day would have given', () => {
  fc.assert(
    fc.property(steps, fc.integer({ min: 1, max: 900 }), (history, days) => {
      let account = fresh;
      let day = start;
      for (const { wait, points } of history.slice(0, 6)) {
        day = addDays(day, wait % 40);
        account = buy(account, day, points);
      }
      const end = addDays(day, days);
      let daily = account;
      for (let each = day; each <= end; each = addDays(each, 1)) daily = written(daily, settleAccount(daily, each, tiers));
      const atOnce = written(account, settleAccount(account, end, tiers));
      expect(atOnce).toEqual(daily);
    }),
    { numRuns: 30 },
  );
});

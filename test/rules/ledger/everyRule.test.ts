import fc from 'fast-check';
import { addDays, addMonths, monthOf } from '@shared/kernel/time';
import { accrue } from '@shared/ledger/accrue';
import { adjust } from '@shared/ledger/adjust';
import { checkBalance } from '@shared/ledger/check';
import { credit } from '@shared/ledger/credit';
import { giveBack } from '@shared/ledger/giveBack';
import { openAccount } from '@shared/ledger/openAccount';
import type { Posting } from '@shared/ledger/posting';
import { reconcile } from '@shared/ledger/reconcile';
import { redeem } from '@shared/ledger/redeem';
import { reverse } from '@shared/ledger/reverse';
import type { Account, Entry } from '@shared/ledger/types';
import { defaultProgramme } from '@shared/store/programme';
import { rank } from '@shared/tier/move';
import { scoreOn } from '@shared/tier/score';
import { carry, dueDay, settleAccount, type Settled } from '@shared/tier/settleAccount';
import { acts, lateReturns, type Act } from './histories';
import { PlainLedger } from './plainLedger';

const start = '2026-01-15';
const needs = [0, 60, 150, 400];
const tiers = defaultProgramme.tiers.map((tier, at) => ({ ...tier, scoreNeeded: needs[at] ?? 0 }));

interface Made {
  readonly id: string;
  readonly day: string;
  readonly arrivedOn: string;
  readonly refundable: { points: number; cash: number };
  readonly cash: number;
}

/** Runs one history twice: by the rules of the programme, and by the plain ledger. */
class TwoLedgers {
  account: Account = openAccount('m', 0, start);
  readonly entries: Entry[] = [];
  readonly plain = new PlainLedger(start);
  private readonly made: Made[] = [];
  private readonly redeemed: { id: string; points: number }[] = [];

  apply(act: Act, id: string): void {
    if (act.do === 'wait') {
      this.plain.wait(act.days);
      return;
    }
    const today = this.plain.today;
    const settled = settleAccount(this.account, today, tiers);
    const next = carry(settled, this.step(settled.posting, act, id), today, tiers);
    if (act.do === 'refund') expectRightTier(settled, next, today);
    this.commit(next);
  }

  settle(): void {
    this.commit(settleAccount(this.account, this.plain.today, tiers));
  }

  private step(posting: Posting, act: Exclude<Act, { do: 'wait' }>, id: string): Posting {
    const today = this.plain.today;
    switch (act.do) {
      case 'give':
        this.plain.give(act.points);
        return credit(posting, { kind: 'gift', source: id, day: today, points: act.points, note: {} });
      case 'redeem':
        return this.spend(posting, id, act.points, false) ?? posting;
      case 'buy':
        return this.buy(posting, act, id);
      case 'adjust':
        this.plain.adjust(act.points);
        return adjust(posting, { source: id, day: today, points: act.points, note: {} });
      case 'cancel':
        return this.cancel(posting, act.which);
      case 'refund':
        return this.refund(posting, act, id);
    }
  }

  private spend(posting: Posting, id: string, wanted: number, cash: boolean): Posting | null {
    const outcome = redeem(posting, { source: id, day: this.plain.today, points: wanted, note: {} });
    expect(outcome.ok).toBe(this.plain.spend(id, wanted, cash));
    if (outcome.ok && !cash) this.redeemed.push({ id, points: wanted });
    return outcome.ok ? outcome.value : null;
  }

  private buy(posting: Posting, act: { points: number; daysAgo: number; cash: number }, id: string): Posting {
    const today = this.plain.today;
    const paid = act.cash === 0 ? null : this.spend(posting, `cash:${id}`, act.cash, true);
    const cash = paid === null ? 0 : act.cash;
    const day = addDays(today, -act.daysAgo);
    this.made.push({ id, day, arrivedOn: today, refundable: { points: act.points, cash }, cash });
    this.plain.buy(id, act.points, act.daysAgo);
    return accrue(paid ?? posting, { source: id, day, today, points: act.points, note: {} });
  }

  private cancel(posting: Posting, at: number): Posting {
    const [cancelled] = this.redeemed.splice(at % Math.max(1, this.redeemed.length), 1);
    if (cancelled === undefined) return posting;
    this.plain.bringBack(cancelled.id, cancelled.points);
    const spent = this.spentBy(cancelled.id);
    const today = this.plain.today;
    return giveBack(posting, { source: cancelled.id, today, points: cancelled.points, spent, before: 0, because: 'cancelled', note: {} });
  }

  private refund(posting: Posting, act: { which: number; part: number }, source: string): Posting {
    const purchase = this.made[act.which % Math.max(1, this.made.length)];
    if (purchase === undefined) return posting;
    const { refundable, day, arrivedOn } = purchase;
    const today = this.plain.today;
    const [cash, taken] = [Math.ceil(refundable.cash / act.part), Math.ceil(refundable.points / act.part)];
    const before = purchase.cash - refundable.cash;
    refundable.cash -= cash;
    refundable.points -= taken;
    let refunded = posting;
    if (cash > 0) {
      this.plain.bringBack(`cash:${purchase.id}`, cash);
      const spent = this.spentBy(`cash:${purchase.id}`);
      refunded = giveBack(refunded, { source, today, points: cash, spent, before, because: 'refunded', note: {} });
    }
    this.plain.takeBack(purchase.id, taken);
    return reverse(refunded, { source, day, arrivedOn, today, points: taken, note: {} });
  }

  private spentBy(id: string): Entry['lots'] {
    return this.entries.find((entry) => entry._id === `m:redemption:${id}`)?.lots ?? [];
  }

  private commit(settled: Settled): void {
    const { balance, drafts } = settled.posting;
    drafts.forEach((draft, index) => {
      this.entries.push({ _id: `m:${draft.kind}:${draft.source}`, accountId: 'm', at: 0, seq: balance.seq + index + 1, ...draft });
    });
    const seq = balance.seq + drafts.length;
    this.account = { ...this.account, ...balance, ...settled.standing, seq, nextDueOn: dueDay(settled) };
  }
}

/** After a refund: never a tier up, never below what the score supports, and every step remembered leads to the next. */
function expectRightTier(before: Settled, after: Settled, today: string): void {
  const [was, is] = [rank(tiers, before.standing.tier), rank(tiers, after.standing.tier)];
  expect(is).toBeLessThanOrEqual(was);
  expect(is).toBeGreaterThanOrEqual(tiers.findLastIndex((tier) => tier.scoreNeeded <= scoreOn(after.standing, today)));
  const { steps } = after.standing;
  for (const [at, step] of steps.entries()) expect(step.to).toBe(steps[at + 1]?.from ?? after.standing.tier);
  expect((is === 0) === (after.standing.reviewOn === null)).toBe(true);
  if (after.standing.reviewOn !== null) expect(after.standing.reviewOn > today).toBe(true);
}

function expectSame({ account, entries, plain }: TwoLedgers): void {
  const first = addMonths(monthOf(plain.today), -12);
  const counted = [...plain.score].reduce((sum, [month, score]) => sum + (month >= first ? score : 0), 0);
  const { available, pending, debt, lifetimePoints } = account;
  const lots = Object.fromEntries(account.lots.map((lot) => [`${lot.id} until ${lot.endsOn}`, lot.points]));
  const broken = [...checkBalance(account), ...reconcile(account, entries)];
  expect({ broken, available, pending, debt, lifetimePoints, lots, score: scoreOn(account, plain.today) }).toEqual({
    broken: [],
    available: plain.bag.length,
    pending: plain.pending(),
    debt: plain.debt,
    lifetimePoints: plain.lifetime,
    lots: plain.lots(),
    score: counted,
  });
}

test.each([
  ['any history', 1_000, fc.array(acts, { maxLength: 50 })],
  ['a history of late returns', 200, lateReturns],
])('after every step of %s the ledger holds what a plain bag of dated points holds, and rule 1 stands', (_, few, histories) => {
  fc.assert(
    fc.property(histories, (history) => {
      const run = new TwoLedgers();
      history.forEach((act, index) => {
        run.apply(act, `s${index}`);
        run.settle();
        expectSame(run);
      });
      const ids = run.entries.map((entry) => entry._id);
      expect(new Set(ids).size).toBe(ids.length);
    }),
    { numRuns: process.env['LANTERN_PROVE'] === '1' ? few * 10 : few },
  );
});

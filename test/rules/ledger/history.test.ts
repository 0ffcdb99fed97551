import fc from 'fast-check';
import { addDays } from '@shared/kernel/time';
import { accrue } from '@shared/ledger/accrue';
import { checkBalance } from '@shared/ledger/check';
import { credit } from '@shared/ledger/credit';
import { openAccount } from '@shared/ledger/openAccount';
import { open, type Posting } from '@shared/ledger/posting';
import { reconcile } from '@shared/ledger/reconcile';
import { redeem } from '@shared/ledger/redeem';
import { reverse } from '@shared/ledger/reverse';
import { settle } from '@shared/ledger/settle';
import type { Account, Entry } from '@shared/ledger/types';

type Act =
  | { readonly do: 'purchase'; readonly points: number; readonly daysAgo: number }
  | { readonly do: 'credit' | 'redeem'; readonly points: number }
  | { readonly do: 'undo'; readonly which: number }
  | { readonly do: 'wait'; readonly days: number };

const points = fc.integer({ min: 1, max: 900 });
const acts: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ do: fc.constant('purchase' as const), points, daysAgo: fc.integer({ min: 0, max: 20 }) }),
  fc.record({ do: fc.constantFrom('credit' as const, 'redeem' as const), points }),
  fc.record({ do: fc.constant('undo' as const), which: fc.nat(50) }),
  fc.record({ do: fc.constant('wait' as const), days: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 20, max: 420 })) }),
);

/** Runs a history as the functions would: settle, then act, then number and append the entries. */
class History {
  account: Account = openAccount('m', 0, '2026-01-15');
  readonly entries: Entry[] = [];
  private readonly purchases: { source: string; day: string; points: number; undone: boolean }[] = [];
  private today = '2026-01-15';

  apply(act: Act, index: number): void {
    const settled = settle(open(this.account), this.today);
    this.commit(this.step(settled, act, `s${index}`));
  }

  private step(settled: Posting, act: Act, source: string): Posting {
    switch (act.do) {
      case 'wait':
        this.today = addDays(this.today, act.days);
        return settled;
      case 'credit':
        return credit(settled, { kind: 'checkin', source, day: this.today, points: act.points, note: {} });
      case 'redeem': {
        const redeemed = redeem(settled, { source, day: this.today, points: act.points, note: {} });
        expect(redeemed.ok).toBe(settled.balance.available >= act.points);
        return redeemed.ok ? redeemed.value : settled;
      }
      case 'purchase': {
        const day = addDays(this.today, -act.daysAgo);
        this.purchases.push({ source, day, points: act.points, undone: false });
        return accrue(settled, { source, day, today: this.today, points: act.points, note: {} });
      }
      case 'undo':
        return this.undo(settled, act.which, source);
    }
  }

  private undo(settled: Posting, which: number, source: string): Posting {
    const open = this.purchases.filter((purchase) => !purchase.undone);
    const purchase = open[which % Math.max(1, open.length)];
    if (purchase === undefined) return settled;
    purchase.undone = true;
    return reverse(settled, { source, day: purchase.day, today: this.today, points: purchase.points, note: {} });
  }

  private commit({ balance, drafts }: Posting): void {
    drafts.forEach((draft, index) => {
      this.entries.push({ _id: `m:${draft.kind}:${draft.source}`, accountId: 'm', at: 0, seq: balance.seq + index + 1, ...draft });
    });
    this.account = { ...this.account, ...balance, seq: balance.seq + drafts.length };
  }
}

test('after every step of any history the balance is sound, nothing due is left and the entries say the same', () => {
  fc.assert(
    fc.property(fc.array(acts, { maxLength: 60 }), (history) => {
      const run = new History();
      history.forEach((act, index) => {
        run.apply(act, index);
        expect(checkBalance(run.account)).toEqual([]);
        expect(reconcile(run.account, run.entries)).toEqual([]);
      });
      const ids = run.entries.map((entry) => entry._id);
      expect(new Set(ids).size).toBe(ids.length);
    }),
  );
});

test('settling in one go after a long absence gives what settling every day would have given', () => {
  fc.assert(
    fc.property(fc.array(acts, { maxLength: 20 }), fc.integer({ min: 1, max: 500 }), (history, days) => {
      const run = new History();
      history.forEach((act, index) => {
        run.apply(act, index);
      });
      const start = '2032-01-01';
      const atOnce = settle(open(run.account), addDays(start, days));
      let daily = open(run.account);
      for (let day = 0; day <= days; day += 1) daily = settle(daily, addDays(start, day));
      expect(daily).toEqual(atOnce);
      expect(settle(atOnce, addDays(start, days))).toEqual(atOnce);
    }),
    { numRuns: 40 },
  );
});

import type { Entry } from '@shared/ledger/types';
import type { Purchase } from '@shared/purchase/types';
import { grouped, spoilFirst, total, type Invariant } from './invariant';

/** Every purchase's points are posted once and taken back once; refunds stay within it; the sums of its lines are its sums. */
export const purchasesPosted: Invariant = {
  name: 'purchases: points posted once, refunds within the purchase, the day under its cap',
  check({ purchases, entries, programme, accounts }) {
    const accruals = byId(entries, 'accrual');
    const wrong = purchases.flatMap((purchase) => {
      const posted = accruals.get(`${purchase.accountId} ${purchase._id}`)?.pendingDelta ?? 0;
      return [...(posted === purchase.points ? [] : [`${posted} points posted of ${purchase.points}`]), ...sumsOf(purchase)].map(
        (what) => `purchase ${purchase._id}: ${what}`,
      );
    });
    const known = new Set(purchases.map(({ accountId, _id }) => `${accountId} ${_id}`));
    wrong.push(...[...accruals.keys()].filter((id) => !known.has(id)).map((id) => `points of no purchase: ${id}`));
    const capPoints = programme[0]?.dailyCapPoints ?? 0;
    const reversals = new Set(entries.filter(({ kind }) => kind === 'reversal').map(({ source }) => source));
    // Of somebody who has left a shared account nothing is taken back: the others keep the points.
    const keptOf = ({ _id, points, undo, refunded }: Purchase): number =>
      undo !== null && reversals.has(`${_id}:${undo.how}`) ? 0 : points - refunded.pointsTaken;
    const days = grouped(purchases, ({ accountId, day }) => `${accountId} ${day}`);
    for (const [day, own] of days) {
      const kept = total(own, keptOf);
      if (kept > capPoints) wrong.push(`${day}: ${kept} points earned over the cap of ${capPoints}`);
    }
    for (const account of accounts) {
      for (const { day, points } of account.earnedDays) {
        const own = days.get(`${account._id} ${day}`) ?? [];
        const kept = total(own, keptOf);
        // Who is in another's account, or was, gets no room back for what is refunded then.
        const moved = account.movedTo !== null || account.freshAt > 0;
        if (moved ? kept > points : kept !== points)
          wrong.push(`account ${account._id}: ${points} counted as earned on ${day}, ${kept} were`);
      }
    }
    return { looked: purchases.length + accruals.size, wrong };
  },
  spoil: ({ purchases }) =>
    spoilFirst(
      purchases,
      ({ points }) => points > 0,
      ({ points }) => ({ points: points + 1 }),
    ),
};

function sumsOf({ lines, payableFen, undo, refunded, points, pointsPaid }: Purchase): readonly string[] {
  const wrong: string[] = [];
  if (total(lines, (line) => line.payableFen) !== payableFen) wrong.push('its lines do not add up to what was paid');
  if (lines.some((line) => line.payableFen < 0)) wrong.push('a line costs less than nothing');
  if (total(lines, (line) => line.pointsFen) !== pointsPaid) wrong.push('its lines do not add up to the points paid');
  if (lines.some((line) => line.amountFen - line.priceOffFen - line.voucherOffFen - line.pointsFen !== line.payableFen)) {
    wrong.push('what came off a line is not its difference');
  }
  if (refunded.payableFen > payableFen) wrong.push(`${refunded.payableFen} refunded of ${payableFen}`);
  if (refunded.pointsReturned > pointsPaid || refunded.pointsTaken > points) wrong.push('more points came back than there were');
  if (lines.some((line, index) => (refunded.units[index] ?? 0) > line.units)) wrong.push('more units came back than were bought');
  if (undo !== null && refunded.count > 0) wrong.push('undone and refunded');
  return wrong;
}

function byId(entries: readonly Entry[], kind: Entry['kind']): ReadonlyMap<string, Entry> {
  return new Map(entries.filter((entry) => entry.kind === kind).map((entry) => [`${entry.accountId} ${entry.source}`, entry]));
}

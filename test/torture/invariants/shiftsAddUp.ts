import type { Acknowledged } from '../openJournal';
import type { Snapshot } from '../takeSnapshot';
import { grouped, spoilFirst, total, type Invariant } from './invariant';

/** What a report says, as far as it is summed again here. */
interface Report {
  readonly shift: { readonly shiftId: string } | null;
  readonly totals: {
    readonly sales: { readonly count: number; readonly payableFen: number; readonly points: number };
    readonly undone: { readonly count: number; readonly fen: number };
    readonly voided: { readonly count: number; readonly fen: number };
    readonly refunds: { readonly count: number; readonly fen: number };
    readonly netFen: number;
  };
}

/** Shifts of a till tile time, so that each command lies in exactly one; a closed shift's report is the sum of its commands. */
export const shiftsAddUp: Invariant = {
  name: 'shift reports = the sum of their commands, each in one shift',
  check(all, acknowledged) {
    const { shifts, tills } = all;
    const wrong: string[] = [];
    for (const [till, own] of grouped(shifts, ({ shopId, staffId }) => `${shopId}:${staffId}`)) {
      const inOrder = [...own].sort((a, b) => a.n - b.n);
      inOrder.forEach((shift, index) => {
        const from = inOrder[index - 1]?.until ?? 0;
        if (shift.n !== index + 1 || shift.from !== from)
          wrong.push(`shift ${shift._id} begins at ${shift.from}, the one before ended at ${from}`);
        if (shift.until !== null && shift.until < shift.from) wrong.push(`shift ${shift._id} ends before it begins`);
      });
      const open = inOrder.filter(({ until }) => until === null);
      if (open.length > 1) wrong.push(`till ${till} has ${open.length} open shifts`);
      const standing = tills.find(({ _id }) => _id === till);
      if (standing?.n !== inOrder.length || standing.open !== open.length > 0) wrong.push(`till ${till} does not know its latest shift`);
    }
    const reports = acknowledged.filter(({ method }) => method === 'shift.close');
    for (const said of reports) wrong.push(...compare(all, said));
    return { looked: shifts.length + reports.length, wrong };
  },
  spoil: ({ shifts }) =>
    spoilFirst(
      shifts,
      ({ n }) => n === 1,
      ({ from }) => ({ from: from + 1 }),
    ),
};

function compare({ shifts, purchases, refunds }: Snapshot, said: Acknowledged): readonly string[] {
  const { shift: view, totals } = said.value as Report;
  const shift = shifts.find(({ _id }) => _id === view?.shiftId);
  if (shift?.until == null) return [`a closed shift is open or gone: ${view?.shiftId ?? 'none'}`];
  const { shopId, staffId, from, until, _id } = shift;
  const inside = (at: number): boolean => at >= from && at < until;
  const sold = purchases.filter((each) => each.shopId === shopId && each.staffId === staffId && inside(each.at));
  const takenBack = (how: 'undo' | 'void') =>
    purchases.filter((each) => each.shopId === shopId && each.staffId === staffId && each.undo?.how === how && inside(each.undo.at));
  const back = refunds.filter((each) => each.atShopId === shopId && each.staffId === staffId && inside(each.at));
  const sums: Readonly<Record<string, readonly [number, number]>> = {
    sales: [totals.sales.count, sold.length],
    'sales in fen': [totals.sales.payableFen, total(sold, (each) => each.payableFen)],
    'points of sales': [totals.sales.points, total(sold, (each) => each.points)],
    undone: [totals.undone.fen, total(takenBack('undo'), (each) => each.payableFen)],
    voided: [totals.voided.fen, total(takenBack('void'), (each) => each.payableFen)],
    refunds: [totals.refunds.count, back.length],
    'refunds in fen': [totals.refunds.fen, total(back, (each) => each.moneyFen)],
  };
  return Object.entries(sums)
    .filter(([, [says, sum]]) => says !== sum)
    .map(([what, [says, sum]]) => `shift ${_id}: ${what} ${says} in its report, its commands add up to ${sum}`);
}

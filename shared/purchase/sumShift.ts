import type { Purchase, Refund } from './types';

/** What was done in a window: [from, until). */
interface ShiftActs {
  /** Purchases that the staff member made, some of them before the window: an undo may come after the close. */
  readonly purchases: readonly Purchase[];
  readonly refunds: readonly Refund[];
  readonly handOvers: number;
  /** Vouchers redeemed by themselves, by scan. */
  readonly vouchersScanned: number;
}

interface CountAndFen {
  readonly count: number;
  readonly fen: number;
}

/**
 * A shift's sums, each derived from its commands. Money in fen: sales.payable = list − priceOff − vouchers − pointsAsCash, and
 * net = sales.payable − undone − voided − refunds. Late ones are among the sales.
 */
export interface ShiftTotals {
  readonly sales: {
    readonly count: number;
    readonly listFen: number;
    readonly priceOffFen: number;
    readonly voucherFen: number;
    readonly vouchers: number;
    readonly pointsAsCash: number;
    readonly payableFen: number;
    readonly points: number;
  };
  readonly late: CountAndFen;
  readonly undone: CountAndFen;
  readonly voided: CountAndFen;
  readonly refunds: CountAndFen & { readonly pointsReturned: number; readonly pointsTaken: number };
  readonly handOvers: number;
  readonly vouchersScanned: number;
  readonly netFen: number;
}

/** Sums a window's commands. A purchase counts when it was recorded, its undo or void when that was done, whatever became of it since. */
export function sumShift(acts: ShiftActs, window: { readonly from: number; readonly until: number }): ShiftTotals {
  const inside = (at: number | undefined): boolean => at !== undefined && at >= window.from && at < window.until;
  const sold = acts.purchases.filter((purchase) => inside(purchase.at));
  const lines = sold.flatMap((purchase) => purchase.lines);
  const takenBack = (how: 'undo' | 'void'): CountAndFen =>
    countAndFen(acts.purchases.filter((purchase) => purchase.undo?.how === how && inside(purchase.undo.at)));
  const refunds = acts.refunds.filter((each) => inside(each.at));
  const [undone, voided] = [takenBack('undo'), takenBack('void')];
  const payableFen = sum(sold, (purchase) => purchase.payableFen);
  const moneyBackFen = sum(refunds, (each) => each.moneyFen);
  return {
    sales: {
      count: sold.length,
      listFen: sum(lines, (line) => line.amountFen),
      priceOffFen: sum(lines, (line) => line.priceOffFen),
      voucherFen: sum(lines, (line) => line.voucherOffFen),
      vouchers: sum(sold, (purchase) => purchase.vouchers.length),
      pointsAsCash: sum(lines, (line) => line.pointsFen),
      payableFen,
      points: sum(sold, (purchase) => purchase.points),
    },
    late: countAndFen(sold.filter((purchase) => purchase.source === 'late')),
    undone,
    voided,
    refunds: {
      count: refunds.length,
      fen: moneyBackFen,
      pointsReturned: sum(refunds, (each) => each.pointsReturned),
      pointsTaken: sum(refunds, (each) => each.pointsTaken),
    },
    handOvers: acts.handOvers,
    vouchersScanned: acts.vouchersScanned,
    netFen: payableFen - undone.fen - voided.fen - moneyBackFen,
  };
}

/** Sums of several shifts together. */
export function addShifts(all: readonly ShiftTotals[]): ShiftTotals {
  return all.reduce(addTwo, sumShift({ purchases: [], refunds: [], handOvers: 0, vouchersScanned: 0 }, { from: 0, until: 0 }));
}

function addTwo(a: ShiftTotals, b: ShiftTotals): ShiftTotals {
  return {
    sales: addFields(a.sales, b.sales),
    late: addFields(a.late, b.late),
    undone: addFields(a.undone, b.undone),
    voided: addFields(a.voided, b.voided),
    refunds: addFields(a.refunds, b.refunds),
    handOvers: a.handOvers + b.handOvers,
    vouchersScanned: a.vouchersScanned + b.vouchersScanned,
    netFen: a.netFen + b.netFen,
  };
}

function addFields<Sums extends object>(a: Sums, b: Sums): Sums {
  const other = b as Readonly<Record<string, number>>;
  return Object.fromEntries(Object.entries(a).map(([field, value]) => [field, Number(value) + (other[field] ?? 0)])) as Sums;
}

function countAndFen(purchases: readonly Purchase[]): CountAndFen {
  return { count: purchases.length, fen: sum(purchases, (purchase) => purchase.payableFen) };
}

function sum<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}

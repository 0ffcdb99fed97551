import { floorShare } from '../kernel/money';
import type { PricedLine, Purchase, PurchaseGift, Refund, RefundedLine } from './types';

/** Units of a line to be taken back; `line` is its place in the purchase, from 0. */
export type RefundUnits = Pick<RefundedLine, 'line' | 'units'>;

/** What a refund gives and takes, before the ledger is asked. */
export type Reckoned = Pick<
  Refund,
  'lines' | 'giftChargedFen' | 'giftOwedFen' | 'moneyFen' | 'pointsReturned' | 'pointsTaken' | 'leftFen'
> & {
  /** Units taken back so far, by place of the line, this refund included. */
  readonly units: readonly number[];
  /** Whether nothing of the purchase is left. */
  readonly complete: boolean;
};

/**
 * Reckons a refund of some units (product.md, Exact readings, Refund). Each line's money, and its share of what was paid in points, is
 * what it came to less one floor by the units that are left, so that many refunds of a line give what one would. Points to take back
 * = earned − floor(earned × amount left ÷ amount) − already taken, amount = Σ payable × the line's multiplier (0 on excluded lines).
 * A fall under a step of spend-and-gift costs the difference of the listed values, at most this refund; the rest is owed by the next.
 */
export function reckonRefund(purchase: Purchase, wanted: readonly RefundUnits[]): Reckoned {
  const before = purchase.refunded.units;
  const units = before.map((taken, line) => taken + wanted.reduce((sum, each) => sum + (each.line === line ? each.units : 0), 0));
  const lines = purchase.lines.flatMap((line, at): readonly RefundedLine[] => {
    const [was, is] = [before[at] ?? 0, units[at] ?? 0];
    const between = (fen: number): number => leftOf(line, fen, was) - leftOf(line, fen, is);
    return was === is ? [] : [{ line: at, units: is - was, moneyFen: between(line.payableFen), pointsReturned: between(line.pointsFen) }];
  });
  const grossFen = lines.reduce((sum, line) => sum + line.moneyFen, 0);
  const dueFen = purchase.refunded.giftOwedFen + giftCost(purchase, units) - giftCost(purchase, before);
  const giftChargedFen = Math.min(dueFen, grossFen);
  const keeps = floorShare(purchase.points, amountLeft(purchase, units), amountLeft(purchase, noUnits(purchase)));
  return {
    units,
    lines,
    giftChargedFen,
    giftOwedFen: dueFen - giftChargedFen,
    moneyFen: grossFen - giftChargedFen,
    pointsReturned: lines.reduce((sum, line) => sum + line.pointsReturned, 0),
    pointsTaken: purchase.points - keeps - purchase.refunded.pointsTaken,
    leftFen: payableLeft(purchase, units),
    complete: purchase.lines.every((line, at) => units[at] === line.units),
  };
}

/** Payable fen of what is left of a purchase once so many units of each line are taken back; of some categories only, if any are named. */
export function payableLeft({ lines }: Purchase, units: readonly number[], categoryIds: readonly string[] = []): number {
  const counts = (line: PricedLine): boolean => categoryIds.length === 0 || categoryIds.includes(line.categoryId);
  return lines.reduce((sum, line, at) => sum + (counts(line) ? leftOf(line, line.payableFen, units[at] ?? 0) : 0), 0);
}

function leftOf(line: PricedLine, fen: number, taken: number): number {
  return floorShare(fen, line.units - taken, line.units);
}

function amountLeft({ lines }: Purchase, units: readonly number[]): number {
  return lines.reduce((sum, line, at) => sum + leftOf(line, line.payableFen, units[at] ?? 0) * line.multiplier, 0);
}

function noUnits({ lines }: Purchase): readonly number[] {
  return lines.map(() => 0);
}

/** What the reward is worth beyond what the rest of the purchase still deserves. */
function giftCost(purchase: Purchase, units: readonly number[]): number {
  const { gift } = purchase;
  if (gift === null) return 0;
  return gift.listedValueFen - Math.min(gift.listedValueFen, listedAt(gift, payableLeft(purchase, units, gift.categoryIds)));
}

function listedAt({ steps }: PurchaseGift, payableFen: number): number {
  return steps.findLast((step) => step.thresholdFen <= payableFen)?.listedValueFen ?? 0;
}

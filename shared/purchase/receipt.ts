import type { PurchaseReceipt } from './contract';
import type { PricedLine, Purchase, PurchaseLine, PurchaseRefunded } from './types';
import { undoMs } from './undo';

/** A purchase as the staff who made it see it. */
export function viewReceipt(purchase: Purchase): PurchaseReceipt {
  return {
    purchaseId: purchase._id,
    orderNo: purchase.orderNo,
    cardTail: purchase.cardTail,
    lines: purchase.lines,
    listFen: purchase.lines.reduce((sum, line) => sum + line.amountFen, 0),
    vouchers: purchase.vouchers,
    pointsPaid: purchase.pointsPaid,
    gift: purchase.gift,
    payableFen: purchase.payableFen,
    points: purchase.points,
    capped: purchase.capped,
    releaseOn: purchase.releaseOn,
    at: purchase.at,
    undoUntil: purchase.at + undoMs,
    undone: purchase.undo !== null,
  };
}

/** A purchase as the till took it: nothing off. `multiplierOf` gives a category's best campaign multiplier, 0 where it earns nothing. */
export function grossLines(lines: readonly PurchaseLine[], multiplierOf: (categoryId: string) => number): readonly PricedLine[] {
  return lines.map((line) => ({
    ...line,
    units: line.units ?? 1,
    priceOffFen: 0,
    voucherOffFen: 0,
    pointsFen: 0,
    payableFen: line.amountFen,
    multiplier: multiplierOf(line.categoryId),
  }));
}

/** What a purchase is before any refund. */
export function nothingRefunded(lines: readonly PricedLine[]): PurchaseRefunded {
  return { count: 0, units: lines.map(() => 0), payableFen: 0, pointsReturned: 0, pointsTaken: 0, giftOwedFen: 0 };
}

/** A line as it was told; of one that named no category the programme chose it. */
export interface ToldLine extends PurchaseLine {
  readonly unnamed?: true;
}

/**
 * Whether what is told now are the lines of a purchase: the same amounts for the same categories, products and units, in the same order. A
 * product's category is the goods file's, which may have changed since, so it is not compared.
 */
export function sameLines(before: readonly PurchaseLine[], told: readonly ToldLine[]): boolean {
  return before.length === told.length && told.every((line, index) => isSameLine(before[index] ?? line, line));
}

function isSameLine(before: PurchaseLine, told: ToldLine): boolean {
  const { amountFen, productId, units = 1 } = before;
  const named = told.unnamed !== true && told.productId === undefined;
  if (named && before.categoryId !== told.categoryId) return false;
  return amountFen === told.amountFen && productId === told.productId && units === (told.units ?? 1);
}

import type { PurchaseReceipt } from './contract';
import type { Purchase, PurchaseLine } from './types';
import { undoMs } from './undo';

/** A purchase as the staff who made it see it. */
export function viewReceipt(purchase: Purchase): PurchaseReceipt {
  return {
    purchaseId: purchase._id,
    orderNo: purchase.orderNo,
    cardTail: purchase.cardTail,
    lines: purchase.lines,
    payableFen: purchase.payableFen,
    points: purchase.points,
    capped: purchase.capped,
    releaseOn: purchase.releaseOn,
    at: purchase.at,
    undoUntil: purchase.at + undoMs,
    undone: purchase.undo !== null,
  };
}

/** Whether two requests took the same amounts for the same categories, in the same order. */
export function sameLines(a: readonly PurchaseLine[], b: readonly PurchaseLine[]): boolean {
  return (
    a.length === b.length && a.every((line, index) => line.categoryId === b[index]?.categoryId && line.amountFen === b[index].amountFen)
  );
}

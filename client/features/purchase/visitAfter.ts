import type { PurchaseReceipt, VisitView } from '@shared/purchase/contract';

/**
 * Who stands at the till after what was recorded since the scan: points paid are gone from those to spend, earned ones are pending; an
 * undone purchase counts for nothing. Each receipt counts once, as it was said last.
 */
export function visitAfter(visit: VisitView, receipts: readonly PurchaseReceipt[]): VisitView {
  const latest = new Map(receipts.map((receipt) => [receipt.purchaseId, receipt]));
  const standing = [...latest.values()].filter(({ undone }) => !undone);
  const sum = (of: (receipt: PurchaseReceipt) => number): number => standing.reduce((total, receipt) => total + of(receipt), 0);
  return {
    ...visit,
    available: visit.available - sum(({ pointsPaid }) => pointsPaid),
    pending: visit.pending + sum(({ points }) => points),
  };
}

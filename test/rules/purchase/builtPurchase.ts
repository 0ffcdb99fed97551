import type { PricedLine, Purchase } from '@shared/purchase/types';
import { nothingRefunded } from '@shared/purchase/receipt';

/** A line at its list price but for what is said. */
export function line(amountFen: number, units = 1, more: Partial<PricedLine> = {}): PricedLine {
  const built = { categoryId: 'general', amountFen, units, priceOffFen: 0, voucherOffFen: 0, pointsFen: 0, multiplier: 100, ...more };
  return { ...built, payableFen: amountFen - built.priceOffFen - built.voucherOffFen - built.pointsFen };
}

/** A purchase of these lines on 22 November 2026, as the database would hold it. */
export function purchaseOf(lines: readonly PricedLine[], more: Partial<Purchase> = {}): Purchase {
  const payableFen = lines.reduce((sum, each) => sum + each.payableFen, 0);
  const at = Date.UTC(2026, 10, 22, 2, 0);
  return {
    _id: 'west::A1',
    source: 'till',
    key: 'key-of-A1',
    orderNo: 'A1',
    shopId: 'west',
    staffId: 'qing',
    device: 'device-1',
    visitId: 'v',
    memberId: 'm',
    accountId: 'm',
    cardTail: '0042',
    at,
    takenAt: at,
    day: '2026-11-22',
    lines,
    payableFen,
    quoteId: null,
    vouchers: [],
    pointsPaid: lines.reduce((sum, each) => sum + each.pointsFen, 0),
    gift: null,
    refunded: nothingRefunded(lines),
    points: Math.floor(payableFen / 100),
    capped: false,
    releaseOn: '2026-11-29',
    multiplier: 100,
    undo: null,
    ...more,
  };
}

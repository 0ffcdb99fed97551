import { releaseDay } from '@shared/ledger/accrue';
import type { Quoted } from '@shared/purchase/priceQuote';
import { purchaseVouchers, type Quote } from '@shared/purchase/quote';
import { nothingRefunded } from '@shared/purchase/receipt';
import type { Purchase, PurchaseGift } from '@shared/purchase/types';
import type { Settled } from '@shared/tier/settleAccount';
import { viewTier } from '@shared/tier/view';
import type { QuoteSetting } from './quoteSetting';

interface Recorded {
  readonly quote: Quote;
  readonly quoted: Quoted;
  readonly gift: PurchaseGift | null;
  readonly settled: Settled;
  readonly key: string;
  readonly orderNo: string;
  readonly purchaseId: string;
}

/** The purchase that a confirmed quote becomes. */
export function quotedPurchase({ who, programme, today }: QuoteSetting, recorded: Recorded): Purchase {
  const { quote, quoted, gift, settled, key, orderNo, purchaseId } = recorded;
  const { visitId, memberId, accountId, cardTail, shopId, device } = quote;
  const { lines } = quoted;
  return {
    _id: purchaseId,
    source: 'till',
    key,
    orderNo,
    shopId,
    staffId: who.staff.staffId,
    device,
    visitId,
    memberId,
    accountId,
    cardTail,
    at: who.now,
    takenAt: who.now,
    day: today,
    lines,
    payableFen: quoted.payableFen,
    quoteId: quote._id,
    vouchers: purchaseVouchers(quote.view),
    pointsPaid: quoted.pointsPaid,
    gift,
    refunded: nothingRefunded(lines),
    points: quoted.points,
    capped: quoted.capped,
    releaseOn: releaseDay(today),
    multiplier: viewTier(settled.standing, today, programme.tiers).multiplier,
    undo: null,
  };
}

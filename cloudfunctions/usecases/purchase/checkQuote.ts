import { accept, refuse, type Outcome, type RefusalArgs } from '@shared/kernel/refusal';
import { clockOf } from '@shared/kernel/time';
import type { Account } from '@shared/ledger/types';
import { priceQuote, type HeldVoucher, type Quoted } from '@shared/purchase/priceQuote';
import type { Quote, QuoteView } from '@shared/purchase/quote';
import type { QuoteChange } from '@shared/purchase/quoteContract';
import type { Settled } from '@shared/tier/settleAccount';
import { judgeUse } from '@shared/voucher/judgeUse';
import type { Voucher } from '@shared/voucher/types';
import type { Transaction } from '../../adapters/transact';
import { quoteFacts, type QuoteSetting } from './quoteSetting';

type Changed = Outcome<never, 'quote.changed'>;

/** `quote.changed`, with what it was and the facts of that sentence. */
export function refuseChanged(what: QuoteChange, args: RefusalArgs = {}): Changed {
  return refuse('quote.changed', { ...args, what });
}

/**
 * The quote's vouchers, read in the transaction, when each can still be used for it; otherwise what became of the first that cannot, such
 * as when and where it was redeemed. Weekdays and hours are judged by the quote's own moment: what the till said holds its five minutes.
 */
export async function readQuoted(
  transaction: Transaction,
  { who, programme, coupons, shops, today }: QuoteSetting,
  quote: Quote,
): Promise<Outcome<readonly HeldVoucher[], 'quote.changed'>> {
  const { offsetMinutes } = programme;
  const held: HeldVoucher[] = [];
  for (const { voucherId, couponId, name } of quote.view.vouchers) {
    const voucher = await transaction.get('vouchers', voucherId);
    const coupon = coupons.get(couponId);
    const named = { voucherZh: name.zh, voucherEn: name.en };
    const here = { at: quote.view.at, offsetMinutes, shopId: who.shop._id, shops, quoteId: quote._id };
    const judged = judgeUse(ownVoucher(voucher, quote, who.now), coupon, here);
    if (!judged.ok) return refuseChanged(judged.refusal.code, { ...judged.refusal.args, ...named });
    const { endsOn = today } = judged.value;
    if (endsOn < today) return refuseChanged('voucher.lapsed', { on: endsOn, ...named });
    if (coupon !== undefined) held.push({ voucher: judged.value, coupon });
  }
  return accept(held);
}

/** As this member's: one that was given away is unknown here, and a hold of another quote counts only while it lasts. */
function ownVoucher(voucher: Voucher | null, quote: Quote, now: number): Voucher | null {
  if (voucher === null || (voucher.memberId !== quote.memberId && voucher.state !== 'redeemed')) return null;
  return voucher.heldBy !== quote._id && (voucher.heldUntil ?? 0) <= now ? { ...voucher, heldUntil: 0 } : voucher;
}

/** Whether the quote still stands: it is the visit's latest, not used, and its five minutes are not over. */
export function checkStanding({ state, view }: Quote, now: number, offsetMinutes: number): Outcome<null, 'quote.changed'> {
  if (state === 'used') return refuseChanged('quote.used');
  if (state === 'replaced') return refuseChanged('quote.replaced');
  return view.heldUntil <= now ? refuseChanged('quote.lapsed', { at: clockOf(view.heldUntil, offsetMinutes) }) : accept(null);
}

/** The price as it would be now; refused when anything that was quoted is no longer so. */
export function checkPrice(
  setting: QuoteSetting,
  quote: Quote,
  { vouchers, account, settled }: { vouchers: readonly HeldVoucher[]; account: Account; settled: Settled },
): Outcome<Quoted, 'quote.changed'> {
  const { view, wish, lines } = quote;
  const { available } = settled.posting.balance;
  if (available < view.pointsPaid) return refuseChanged('points.short', { need: view.pointsPaid, have: available });
  const chosen = { usePoints: Math.min(wish.usePoints, view.pointsPaid), voucherIds: view.vouchers.map(({ voucherId }) => voucherId) };
  const facts = quoteFacts(setting, { lines, vouchers, wish: chosen, account, settled, at: view.at, quoteId: quote._id });
  const priced = priceQuote(facts);
  if (!priced.ok) throw new Error(`Quote ${quote._id} holds vouchers that may not be used together`);
  if (money(priced.value) !== money(view)) return refuseChanged(settled.standing.tier === quote.tierId ? 'quote.price' : 'quote.tier');
  if (gift(priced.value) !== gift(view)) return refuseChanged('quote.gift');
  return priced.value.points === view.points ? priced : refuseChanged('quote.points', { points: priced.value.points });
}

/** Every sum that was said, line by line. */
function money({ lines, vouchers, pointsPaid }: Pick<QuoteView, 'lines' | 'vouchers' | 'pointsPaid'>): string {
  const steps = lines.map((line) => [line.amountFen, line.priceOffFen, line.voucherOffFen, line.pointsFen, line.payableFen]);
  return JSON.stringify([steps, vouchers.map((each) => [each.voucherId, each.discountFen]), pointsPaid]);
}

function gift({ gift: reached }: Pick<QuoteView, 'gift'>): string {
  return JSON.stringify(reached === null ? null : [reached.offerId, reached.thresholdFen, reached.listedValueFen, reached.couponId]);
}

import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { clockOf } from '@shared/kernel/time';
import type { Account } from '@shared/ledger/types';
import { redeem } from '@shared/ledger/redeem';
import type { PurchaseReceipt } from '@shared/purchase/contract';
import type { HeldVoucher, Quoted } from '@shared/purchase/priceQuote';
import type { Quote } from '@shared/purchase/quote';
import { viewReceipt } from '@shared/purchase/receipt';
import type { Purchase, PurchaseGift } from '@shared/purchase/types';
import { carry, settleAccount, type Settled } from '@shared/tier/settleAccount';
import { redeemVoucher } from '@shared/voucher/redeemVoucher';
import { transact, type Transaction } from '../../adapters/transact';
import type { TillCaller } from '../store/admitStaff';
import { issueVoucher } from '../voucher/issue';
import { refuseChanged, checkPrice, checkStanding, readQuoted } from './checkQuote';
import { findPlace } from './findPlace';
import { accountOf } from '../ledger/accountOf';
import { postPurchase, purchaseNote } from './postPurchase';
import { quotedPurchase } from './quotedPurchase';
import { isOfTill, loadQuoteSetting, type QuoteSetting } from './quoteSetting';

/** Rounds of looking for a free unit of the gift's voucher. */
const roundsMax = 4;

interface Asked {
  readonly key: string;
  readonly quoteId: string;
  readonly orderNo: string;
}

type ConfirmRefusal = 'quote.unknown' | 'quote.changed' | 'visit.ended' | 'order.taken';

/** A quote that can be confirmed, with what was read for it. */
interface Ready {
  readonly quote: Quote;
  readonly quoted: Quoted;
  readonly vouchers: readonly HeldVoucher[];
  readonly account: Account;
  readonly settled: Settled;
}

/**
 * Records exactly what was quoted, in one transaction: the purchase, its vouchers as redeemed, points paid as cash, points to come, the
 * voucher of a 满赠 step, and the quote as used; or says what has changed. The order number is the key: the same one from the same till
 * with the same quote gives the first receipt.
 */
export async function confirmQuote(who: TillCaller, asked: Asked): Promise<Outcome<PurchaseReceipt, ConfirmRefusal | 'busy.tryAgain'>> {
  for (let round = 1; round <= roundsMax; round += 1) {
    const setting = await loadQuoteSetting(who);
    const outcome = await transact((transaction) => perform(transaction, setting, asked));
    if (outcome.ok || outcome.refusal.code !== 'taken') return outcome as Outcome<PurchaseReceipt, ConfirmRefusal | 'busy.tryAgain'>;
  }
  return refuse('busy.tryAgain');
}

async function perform(
  transaction: Transaction,
  setting: QuoteSetting,
  { key, quoteId, orderNo }: Asked,
): Promise<Outcome<PurchaseReceipt, ConfirmRefusal | 'taken'>> {
  const { who, programme, today } = setting;
  const quote = await transaction.get('quotes', quoteId);
  if (!isOfTill(quote, who)) return refuse('quote.unknown');
  const isSame = (before: Purchase): boolean => before.quoteId === quoteId;
  const place = await findPlace(transaction, { shopId: who.shop._id, orderNo, day: today, key, isSame }, programme);
  if (!place.ok) return place;
  if ('first' in place.value) return accept(viewReceipt(place.value.first));
  // Where order numbers begin anew, the day may have ended since this very tap was accepted.
  const made = quote.purchaseId === null ? null : await transaction.get('purchases', quote.purchaseId);
  if (made?.key === key && made.orderNo === orderNo) return accept(viewReceipt(made));
  const ready = await makeReady(transaction, setting, quote);
  if (!ready.ok) return ready;
  return record(transaction, setting, ready.value, { key, orderNo, purchaseId: place.value.freeId });
}

/** A quote that was used or replaced says so first; what became of a voucher is more to the point than that the time is over. */
async function makeReady(
  transaction: Transaction,
  setting: QuoteSetting,
  quote: Quote,
): Promise<Outcome<Ready, 'quote.changed' | 'visit.ended'>> {
  const { who, programme, today } = setting;
  const standing = checkStanding(quote, who.now, programme.offsetMinutes);
  if (quote.state !== 'open' && !standing.ok) return standing;
  const vouchers = await readQuoted(transaction, setting, quote);
  if (!vouchers.ok) return vouchers;
  if (quote.visitEndsAt <= who.now) return refuse('visit.ended', { at: clockOf(quote.visitEndsAt, programme.offsetMinutes) });
  if (!standing.ok) return standing;
  const account = await accountOf(transaction, quote);
  const settled = settleAccount(account, today, programme.tiers);
  const quoted = checkPrice(setting, quote, { vouchers: vouchers.value, account, settled });
  const named: Quote = { ...quote, accountId: account._id };
  return quoted.ok ? accept({ quote: named, quoted: quoted.value, vouchers: vouchers.value, account, settled }) : quoted;
}

async function record(
  transaction: Transaction,
  setting: QuoteSetting,
  { quote, quoted, vouchers, account, settled }: Ready,
  { key, orderNo, purchaseId }: { key: string; orderNo: string; purchaseId: string },
): Promise<Outcome<PurchaseReceipt, 'quote.changed' | 'taken'>> {
  const { who, programme, today } = setting;
  const gift = await giveGift(transaction, setting, quote, purchaseId);
  if (!gift.ok) return gift;
  const purchase = quotedPurchase(setting, { quote, quoted, gift: gift.value, settled, key, orderNo, purchaseId });
  const paid = payPoints(setting, settled, purchase);
  await postPurchase(transaction, { purchase, shop: who.shop, account, settled: paid, today, programme });
  for (const { voucher } of vouchers) {
    const discountFen = quote.view.vouchers.find((each) => each.voucherId === voucher._id)?.discountFen ?? 0;
    const { staffId, shopId, device } = purchase;
    await transaction.put('vouchers', redeemVoucher(voucher, { at: who.now, shopId, staffId, device, purchaseId, discountFen, key }));
  }
  await transaction.put('quotes', { ...quote, state: 'used', purchaseId });
  return accept(viewReceipt(purchase));
}

/** Points paid as cash, as an entry of their own: `<account>:redemption:cash:<purchase>`. */
function payPoints({ who, programme, today }: QuoteSetting, settled: Settled, purchase: Purchase): Settled {
  if (purchase.pointsPaid === 0) return settled;
  const note = purchaseNote(who.shop, purchase);
  const paid = redeem(settled.posting, { source: `cash:${purchase._id}`, day: today, points: purchase.pointsPaid, note });
  if (!paid.ok) throw new Error(`Quote of ${purchase._id} uses more points than there are`);
  return carry(settled, paid.value, today, programme.tiers);
}

/** The reward of the 满赠 step that was reached; its voucher is issued when the step gives one. */
async function giveGift(
  transaction: Transaction,
  { who, gifts, offers, today }: QuoteSetting,
  { view: { gift }, memberId, accountId }: Quote,
  purchaseId: string,
): Promise<Outcome<PurchaseGift | null, 'quote.changed' | 'taken'>> {
  if (gift === null) return accept(null);
  const { couponId, ...reached } = gift;
  const offer = offers.find((each) => each._id === gift.offerId);
  if (offer?.effect.kind !== 'spendGift') return refuseChanged('quote.gift');
  const steps = offer.effect.steps.map(({ thresholdFen, listedValueFen }) => ({ thresholdFen, listedValueFen }));
  const given: PurchaseGift = { ...reached, categoryIds: offer.window.categoryIds, steps, voucherId: null };
  if (couponId === null) return accept(given);
  const prepared = gifts.get(couponId);
  if (prepared === undefined) return refuseChanged('quote.gift');
  const request = { memberId, accountId, source: `spendGift:${purchaseId}`, key: purchaseId, at: who.now, today };
  const issued = await issueVoucher(transaction, prepared, request);
  if (issued.ok) return accept({ ...given, voucherId: issued.value._id });
  return issued.refusal.code === 'taken' ? refuse('taken') : refuseChanged('quote.gift');
}

import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { releaseDay } from '@shared/ledger/accrue';
import { priceQuote, type HeldVoucher, type Quoted } from '@shared/purchase/priceQuote';
import { quoteMs, sameWish, type AskedLine, type Quote, type QuoteView, type QuoteWish } from '@shared/purchase/quote';
import type { PurchaseLine, Visit } from '@shared/purchase/types';
import { decideVisit, type VisitRefusal } from '@shared/purchase/visit';
import { settleAccount } from '@shared/tier/settleAccount';
import { get } from '../../adapters/database';
import { transact, type Transaction } from '../../adapters/transact';
import { accountOf } from '../ledger/accountOf';
import type { TillCaller } from '../store/admitStaff';
import { handVouchers } from './handVouchers';
import { holdVouchers, releaseQuote } from './holdVouchers';
import { listLines, type LineRefusal } from './listLines';
import { loadQuoteSetting, quoteFacts, type QuoteSetting } from './quoteSetting';

/** Rounds of choosing a set while its vouchers change under the till's hands. */
const roundsMax = 4;

interface Asked {
  readonly key: string;
  readonly visitId: string;
  readonly lines: readonly AskedLine[];
  readonly usePoints: number;
  readonly voucherIds: 'best' | readonly string[];
}

type QuoteRefusal = VisitRefusal | LineRefusal | 'voucher.notTogether' | 'key.reused' | 'busy.tryAgain';

/** What a quote is made of; `vouchers` are the member's as seen before the transaction. */
interface Draft {
  readonly setting: QuoteSetting;
  readonly asked: Asked;
  readonly wish: QuoteWish;
  /** What was asked at list price, or why not: a repeat does not ask. */
  readonly listed: Outcome<readonly PurchaseLine[], LineRefusal>;
  readonly vouchers: readonly HeldVoucher[];
}

/**
 * Quotes what stands at the till: every step of the price, the best set of the member's vouchers or the chosen one, and why each other is
 * not used. Writes the quote and holds only its set, letting go of what the visit's quote before held. The key makes it repeatable.
 */
export async function quote(who: TillCaller, asked: Asked): Promise<Outcome<QuoteView, QuoteRefusal>> {
  const setting = await loadQuoteSetting(who);
  const listed = await listLines(asked.lines, setting.categories, who.now);
  const { usePoints, voucherIds } = asked;
  const wish: QuoteWish = { lines: asked.lines, usePoints, voucherIds: voucherIds === 'best' ? null : voucherIds };
  for (let round = 1; round <= roundsMax; round += 1) {
    const visit = await get('visits', asked.visitId);
    if (visit === null) return refuse('visit.unknown');
    const vouchers = await handVouchers(setting, visit.memberId, wish.voucherIds ?? []);
    const outcome = await transact((transaction) => draw(transaction, { setting, asked, wish, listed, vouchers }));
    if (outcome.ok || outcome.refusal.code !== 'stale') return outcome as Outcome<QuoteView, QuoteRefusal>;
  }
  return refuse('busy.tryAgain');
}

async function draw(transaction: Transaction, draft: Draft): Promise<Outcome<QuoteView, QuoteRefusal | 'stale'>> {
  const { setting, asked, wish, listed, vouchers } = draft;
  const { who, programme, today } = setting;
  const { offsetMinutes, tiers } = programme;
  const till = { shopId: who.shop._id, device: who.device };
  const [quoteId, found] = [idOf(asked), await transaction.get('visits', asked.visitId)];
  const before = await transaction.get('quotes', quoteId);
  // The same tap gets its first answer, also when its visit is over by now; another till gets none.
  if (before?.shopId === till.shopId && before.device === till.device) {
    return sameWish(before.wish, wish) ? accept(before.view) : refuse('key.reused');
  }
  const visit = decideVisit(found, till, who.now, offsetMinutes);
  if (!visit.ok) return visit;
  if (!listed.ok) return listed;
  const lines = listed.value;
  const formerId = visit.value.quoteId ?? null;
  const former = formerId === null ? null : await transaction.get('quotes', formerId);
  const account = await accountOf(transaction, visit.value);
  const settled = settleAccount(account, today, tiers);
  const priced = priceQuote(quoteFacts(setting, { lines, vouchers, wish, account, settled, at: who.now, quoteId: formerId }));
  if (!priced.ok) return priced;
  const written = quoteOf(draft, visit.value, settled.standing.tier, { lines, quoted: priced.value });
  const usedIds = priced.value.vouchers.map(({ voucherId }) => voucherId);
  const used = vouchers.map(({ voucher }) => voucher).filter((voucher) => usedIds.includes(voucher._id));
  const held = await holdVouchers(transaction, used, { heldBy: quoteId, heldUntil: written.view.heldUntil });
  if (!held.ok) return held;
  if (former?.state === 'open') await releaseQuote(transaction, former, usedIds);
  await transaction.add('quotes', [written]);
  await transaction.put('visits', { ...visit.value, quoteId });
  return accept(written.view);
}

function quoteOf(
  { setting, asked, wish }: Draft,
  visit: Visit,
  tierId: string,
  { lines, quoted }: { readonly lines: readonly PurchaseLine[]; readonly quoted: Quoted },
): Quote {
  const { who, today } = setting;
  const { _id: visitId, memberId, accountId, cardTail, shopId, device, endsAt } = visit;
  const quoteId = idOf(asked);
  return {
    _id: quoteId,
    visitId,
    visitEndsAt: endsAt,
    shopId,
    device,
    staffId: who.staff.staffId,
    memberId,
    accountId,
    cardTail,
    wish,
    lines,
    tierId,
    state: 'open',
    purchaseId: null,
    view: { quoteId, at: who.now, heldUntil: who.now + quoteMs, releaseOn: releaseDay(today), ...quoted },
  };
}

function idOf({ visitId, key }: Asked): string {
  return `${visitId}:${key}`;
}

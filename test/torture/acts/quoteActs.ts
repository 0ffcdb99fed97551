import { keep } from '../keep';
import type { Act, Seat } from '../seat';
import { scan, someOrderNo, someVisit } from './tillActs';

async function quote(seat: Seat): Promise<void> {
  const { say, key, between, pick, random, arena, openid } = seat;
  const visitId = someVisit(seat);
  if (visitId === undefined) return scan(seat);
  const sum = { categoryId: pick(['general', 'tea', 'giftcard']) ?? 'general', amountFen: between(100, 18_000) };
  const goods = { productId: pick(['oolong', 'bun']) ?? 'bun', units: between(1, 4) };
  const lines = random() < 0.5 ? [sum, goods] : [goods];
  const others = arena.seen.vouchers.slice(-6).map(({ view }) => view.voucherId);
  const voucherIds = random() < 0.85 ? ('best' as const) : [...new Set(others)].slice(0, 2);
  const usePoints = random() < 0.5 ? between(1, 400) : 0;
  const quoted = await say('staff', 'purchase.quote', { key: key(), visitId, lines, usePoints, voucherIds });
  if (quoted === null) return;
  keep(arena.seen.quotes, { quoteId: quoted.quoteId, openid });
  if (random() < 0.7) await confirmQuote(seat, quoted.quoteId);
}

async function confirmQuote(seat: Seat, quoteId: string): Promise<void> {
  const { say, key, arena, openid } = seat;
  const receipt = await say('staff', 'purchase.confirmQuote', { key: key(), quoteId, orderNo: someOrderNo(seat) });
  if (receipt === null) return;
  keep(arena.seen.purchases, { purchaseId: receipt.purchaseId, openid, orderNo: receipt.orderNo, lines: receipt.lines.length });
}

/** An older quote: replaced, used or lapsed, most of them. */
async function confirmOlder(seat: Seat): Promise<void> {
  const older = seat.pick(seat.arena.seen.quotes.filter(({ openid }) => openid === seat.openid).slice(-5));
  if (older !== undefined) await confirmQuote(seat, older.quoteId);
}

async function refund(seat: Seat): Promise<void> {
  const { say, key, pick, between, random, arena } = seat;
  const purchase = pick(arena.seen.purchases.slice(-25));
  if (purchase === undefined) return;
  const { purchaseId } = purchase;
  const all = await say('staff', 'purchase.find', { orderNo: purchase.orderNo });
  const after = all?.purchases.find((each) => each.purchaseId === purchaseId)?.refunds ?? 0;
  const lines = random() < 0.35 ? null : [{ line: between(0, purchase.lines - 1), units: between(1, 2) }];
  await say('staff', 'purchase.refund', { key: key(), purchaseId, after, lines });
}

async function voidOne({ say, key, pick, arena }: Seat): Promise<void> {
  const purchase = pick(arena.seen.purchases.slice(-10));
  if (purchase !== undefined) await say('staff', 'purchase.void', { key: key(), purchaseId: purchase.purchaseId });
}

async function cancel({ say, key, pick, arena, openid }: Seat): Promise<void> {
  const pickup = pick(arena.seen.pickups.filter((each) => each.openid === openid));
  if (pickup !== undefined) await say('member', 'reward.cancel', { key: key(), redemptionId: pickup.redemptionKey });
}

const till = ['clerk', 'lead'] as const;

/** Quotes and what takes purchases and redemptions back, and the shifts they fall into. */
export const quoteActs: readonly Act[] = [
  { name: 'quote', parts: till, weight: 12, perform: quote },
  { name: 'confirm an older quote', parts: till, weight: 2, perform: confirmOlder },
  { name: 'refund', parts: till, weight: 8, perform: refund },
  { name: 'void', parts: ['lead'], weight: 4, perform: voidOne },
  { name: 'cancel a redemption', parts: ['shopper'], weight: 4, perform: cancel },
  { name: 'open a shift', parts: till, weight: 2, perform: ({ say, key }) => say('staff', 'shift.open', { key: key() }) },
  { name: 'close a shift', parts: till, weight: 1.5, perform: ({ say, key }) => say('staff', 'shift.close', { key: key() }) },
  { name: "read the shop's shifts", parts: ['lead'], weight: 1, perform: ({ say }) => say('staff', 'shift.shop', {}) },
];

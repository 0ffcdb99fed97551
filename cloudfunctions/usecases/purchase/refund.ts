import { withdrawChances } from '@shared/game/chances';
import { accept, type Outcome } from '@shared/kernel/refusal';
import { addDays, dayOf, type Day } from '@shared/kernel/time';
import { giveBack } from '@shared/ledger/giveBack';
import type { Posting } from '@shared/ledger/posting';
import { reverse } from '@shared/ledger/reverse';
import { decideRefund, type RefundRefusal, type RefundRequest } from '@shared/purchase/decideRefund';
import { giveRoomBack } from '@shared/purchase/earn';
import { reckonRefund, type Reckoned } from '@shared/purchase/reckonRefund';
import type { RefundReceipt } from '@shared/purchase/refundContract';
import type { Purchase, Refund } from '@shared/purchase/types';
import type { Programme } from '@shared/store/programme';
import type { Staff } from '@shared/store/types';
import { carry, settleAccount } from '@shared/tier/settleAccount';
import { bringBack } from '@shared/voucher/redeemVoucher';
import { get } from '../../adapters/database';
import { transact, type Transaction } from '../../adapters/transact';
import { post } from '../ledger/post';
import { accountOfPurchase } from '../ledger/accountOf';
import { hasLeft } from '../member/hasLeft';
import { takeBackReward } from '../referral/takeBackReward';
import type { TillCaller } from '../store/admitStaff';
import { loadProgramme } from '../store/loadProgramme';

/** A voucher that comes back lives at least so many days more. */
const voucherLifeDays = 7;

/** Who refunds, at which shop, on what: staff at a till, a shop's own machine, or an operator with a file. */
export type RefundMaker = Pick<TillCaller, 'shop' | 'device' | 'now'> & { readonly staff: Pick<Staff, 'staffId'> };

type RefundOutcome = Outcome<RefundReceipt, RefundRefusal | 'busy.tryAgain'>;

interface Setting {
  readonly who: RefundMaker;
  readonly programme: Programme;
  readonly today: Day;
}

/**
 * Refunds lines of a purchase: what was paid in points returns first, then earned points are taken back, and the vouchers come back when
 * nothing is left. The refund's number is its natural key: two at once for the same units, and one is told that something changed.
 */
export async function refund(who: RefundMaker, request: RefundRequest): Promise<RefundOutcome> {
  const programme = await loadProgramme(who.now);
  const setting: Setting = { who, programme, today: dayOf(who.now, programme.offsetMinutes) };
  return transact((transaction) => perform(transaction, setting, request));
}

/** What the same request would give back, without doing it. */
export async function previewRefund(who: RefundMaker, request: Omit<RefundRequest, 'key'>): Promise<RefundOutcome> {
  const rehearsed = await rehearseRefund(who, await get('purchases', request.purchaseId), request);
  return rehearsed.ok ? accept(rehearsed.value.receipt) : rehearsed;
}

/** The same on a purchase that need not be written yet: what it would give back, and the purchase as it would be afterwards. */
export async function rehearseRefund(
  who: RefundMaker,
  purchase: Purchase | null,
  request: Omit<RefundRequest, 'key'>,
): Promise<Outcome<{ readonly receipt: RefundReceipt; readonly after: Purchase }, RefundRefusal>> {
  const programme = await loadProgramme(who.now);
  const by = { shopId: who.shop._id, staffId: who.staff.staffId, today: dayOf(who.now, programme.offsetMinutes) };
  const decided = decideRefund(purchase, null, { ...request, key: '' }, by, programme);
  if (!decided.ok) return decided;
  if ('repeat' in decided.value) throw new Error('A preview has no key and repeats nothing');
  const reckoned = reckonRefund(decided.value.purchase, decided.value.wanted);
  const { pointsTaken } = reckoned;
  const after = { ...decided.value.purchase, refunded: refundedBy(decided.value.purchase, reckoned, pointsTaken) };
  return accept({ receipt: viewRefund(build(decided.value.purchase, reckoned, '', who, pointsTaken)), after });
}

async function perform(transaction: Transaction, setting: Setting, request: RefundRequest): Promise<Outcome<RefundReceipt, RefundRefusal>> {
  const { who, programme, today } = setting;
  const found = await transaction.get('purchases', request.purchaseId);
  const same = await transaction.get('refunds', `${request.purchaseId}:${request.after + 1}`);
  const by = { shopId: who.shop._id, staffId: who.staff.staffId, today };
  const decided = decideRefund(found, same, request, by, programme);
  if (!decided.ok) return decided;
  if ('repeat' in decided.value) return accept(viewRefund(decided.value.repeat));
  const { purchase, wanted } = decided.value;
  const worked = reckonRefund(purchase, wanted);
  const { pointsTaken, pointsReturned } = await movePoints(transaction, setting, purchase, worked);
  const reckoned = { ...worked, pointsReturned };
  const made = build(purchase, reckoned, request.key, who, pointsTaken);
  const after: Purchase = { ...purchase, refunded: refundedBy(purchase, reckoned, pointsTaken) };
  await transaction.put('purchases', after);
  await takeBackReward(transaction, after, programme, who.now);
  await transaction.add('refunds', [made]);
  if (reckoned.complete) await bringVouchersBack(transaction, purchase, who, today);
  return accept(viewRefund(made));
}

/** How many points a refund really moved. */
type Moved = Pick<Refund, 'pointsTaken' | 'pointsReturned'>;

/**
 * Moves the points and says how many: no earned ones are taken whose lot has lapsed, and where no account holds what the purchase earned,
 * the refund is money only.
 */
async function movePoints(transaction: Transaction, setting: Setting, purchase: Purchase, reckoned: Reckoned): Promise<Moved> {
  const { who, programme, today } = setting;
  const account = await accountOfPurchase(transaction, purchase);
  if (account === null) return { pointsTaken: 0, pointsReturned: 0 };
  const settled = settleAccount(account, today, programme.tiers);
  const source = `${purchase._id}:${purchase.refunded.count + 1}`;
  const note = { orderNo: purchase.orderNo, why: 'refund', shopZh: who.shop.name.zh, shopEn: who.shop.name.en };
  const returned = await returnCash(transaction, settled.posting, purchase, { source, today, points: reckoned.pointsReturned, note });
  const arrivedOn = dayOf(purchase.at, programme.offsetMinutes);
  const points = reckoned.pointsTaken;
  const reversed = reverse(returned, { source, day: purchase.day, arrivedOn, today, points, note });
  const taken = reversed === returned ? 0 : points;
  const worthy = reckoned.leftFen >= programme.chances.purchaseFen;
  const withdrawn = worthy
    ? { account, entries: [] }
    : withdrawChances(account, { source: 'purchase', sourceId: purchase._id }, { today, at: who.now });
  await transaction.add('chanceEntries', withdrawn.entries);
  const earnedDays = giveRoomBack(account, purchase, taken);
  await post(transaction, { ...withdrawn.account, earnedDays }, carry(settled, reversed, today, programme.tiers), who.now);
  return { pointsTaken: taken, pointsReturned: reckoned.pointsReturned };
}

/** Returns points that were paid as cash, by the lots that the payment took them from. */
export async function returnCash(
  transaction: Transaction,
  posting: Posting,
  purchase: Purchase,
  back: { readonly source: string; readonly today: Day; readonly points: number; readonly note: Readonly<Record<string, string>> },
): Promise<Posting> {
  if (back.points === 0) return posting;
  const paid = await transaction.get('entries', `${purchase.accountId}:redemption:cash:${purchase._id}`);
  if (paid === null) throw new Error(`Purchase ${purchase._id} was paid with points that no entry tells of`);
  return giveBack(posting, { ...back, spent: paid.lots, before: purchase.refunded.pointsReturned, because: 'refunded' });
}

/** Brings a purchase's vouchers back into their owner's hands; who has left the programme has none. */
export async function bringVouchersBack(transaction: Transaction, purchase: Purchase, who: RefundMaker, today: Day): Promise<void> {
  if (purchase.vouchers.length === 0 || (await hasLeft(transaction, purchase.memberId))) return;
  const back = { at: who.now, by: who.staff.staffId, leastEndsOn: addDays(today, voucherLifeDays) };
  for (const { voucherId } of purchase.vouchers) {
    const voucher = await transaction.get('vouchers', voucherId);
    if (voucher?.redeemed?.purchaseId === purchase._id) await transaction.put('vouchers', bringBack(voucher, back));
  }
}

function build(purchase: Purchase, reckoned: Reckoned, key: string, who: RefundMaker, pointsTaken: number): Refund {
  const { lines, giftChargedFen, giftOwedFen, moneyFen, pointsReturned, leftFen, complete } = reckoned;
  const n = purchase.refunded.count + 1;
  return {
    _id: `${purchase._id}:${n}`,
    key,
    purchaseId: purchase._id,
    n,
    orderNo: purchase.orderNo,
    accountId: purchase.accountId,
    cardTail: purchase.cardTail,
    shopId: purchase.shopId,
    atShopId: who.shop._id,
    staffId: who.staff.staffId,
    device: who.device,
    at: who.now,
    ...{ lines, giftChargedFen, giftOwedFen, moneyFen, pointsReturned, pointsTaken, leftFen },
    voucherIds: complete ? purchase.vouchers.map((voucher) => voucher.voucherId) : [],
  };
}

function refundedBy({ refunded }: Purchase, reckoned: Reckoned, pointsTaken: number): Purchase['refunded'] {
  return {
    count: refunded.count + 1,
    units: reckoned.units,
    payableFen: refunded.payableFen + reckoned.moneyFen + reckoned.giftChargedFen,
    pointsReturned: refunded.pointsReturned + reckoned.pointsReturned,
    pointsTaken: refunded.pointsTaken + pointsTaken,
    giftOwedFen: reckoned.giftOwedFen,
  };
}

function viewRefund(made: Refund): RefundReceipt {
  const { _id, orderNo, cardTail, at, lines, giftChargedFen, giftOwedFen, moneyFen, pointsReturned, pointsTaken, voucherIds, leftFen } =
    made;
  const sums = { giftChargedFen, giftOwedFen, moneyFen, pointsReturned, pointsTaken, leftFen };
  return { refundId: _id, orderNo, cardTail, at, lines, ...sums, vouchersBack: voucherIds.length };
}

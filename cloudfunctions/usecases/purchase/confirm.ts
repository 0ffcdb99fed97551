import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { yuanText } from '@shared/kernel/money';
import { clockOf, dayOf, type Day } from '@shared/kernel/time';
import { accrue, releaseDay } from '@shared/ledger/accrue';
import type { Account } from '@shared/ledger/types';
import { lineMaxFen, type PurchaseReceipt } from '@shared/purchase/contract';
import { addEarned, capRoom, earn } from '@shared/purchase/earn';
import { orderId, orderReusesMax } from '@shared/purchase/orderId';
import { grossLines, nothingRefunded, sameLines, viewReceipt } from '@shared/purchase/receipt';
import type { Purchase, PurchaseLine, Visit } from '@shared/purchase/types';
import { decideVisit, type VisitRefusal } from '@shared/purchase/visit';
import type { Programme } from '@shared/store/programme';
import type { Category } from '@shared/store/types';
import { carry, settleAccount } from '@shared/tier/settleAccount';
import { viewTier } from '@shared/tier/view';
import { transact, type Transaction } from '../../adapters/transact';
import { post } from '../ledger/post';
import type { TillCaller } from '../store/admitStaff';
import { loadCategories } from '../store/loadCategories';
import { loadProgramme } from '../store/loadProgramme';

interface Taken {
  readonly key: string;
  readonly visitId: string;
  readonly orderNo: string;
  readonly lines: readonly PurchaseLine[];
}

type ConfirmRefusal = VisitRefusal | 'category.unknown' | 'purchase.amount' | 'order.taken';

/** Everything the transaction needs, read or made before it. */
interface Setting {
  readonly who: TillCaller;
  readonly taken: Taken;
  readonly programme: Programme;
  readonly categories: readonly Category[];
  readonly today: Day;
}

/**
 * Records a purchase and posts its points as pending. The order number is the key: the same one from the same till with the same
 * content gives the first receipt, with other content it is refused.
 */
export async function confirm(who: TillCaller, taken: Taken): Promise<Outcome<PurchaseReceipt, ConfirmRefusal | 'busy.tryAgain'>> {
  const [programme, categories] = await Promise.all([loadProgramme(who.now), loadCategories(who.now)]);
  const unknown = taken.lines.find((line) => !categories.some((category) => category._id === line.categoryId));
  if (unknown !== undefined) return refuse('category.unknown', { category: unknown.categoryId });
  const totalFen = taken.lines.reduce((sum, line) => sum + line.amountFen, 0);
  if (totalFen > lineMaxFen) return refuse('purchase.amount', { max: yuanText(lineMaxFen) });
  const setting: Setting = { who, taken, programme, categories, today: dayOf(who.now, programme.offsetMinutes) };
  return transact((transaction) => perform(transaction, setting));
}

async function perform(transaction: Transaction, setting: Setting): Promise<Outcome<PurchaseReceipt, ConfirmRefusal>> {
  const { who, taken, programme, today } = setting;
  const place = await findPlace(transaction, setting);
  if (!place.ok) return place;
  if ('first' in place.value) return accept(viewReceipt(place.value.first));
  const till = { shopId: who.shop._id, device: who.device };
  const visit = decideVisit(await transaction.get('visits', taken.visitId), till, who.now, programme.offsetMinutes);
  if (!visit.ok) return visit;
  const account = await transaction.get('accounts', visit.value.accountId);
  if (account === null) throw new Error(`Visit ${taken.visitId} names an account that does not exist`);
  const settled = settleAccount(account, today, programme.tiers);
  const { multiplier } = viewTier(settled.standing, today, programme.tiers);
  const purchase = buildPurchase(place.value.freeId, setting, visit.value, account, multiplier);
  const accrued = accrue(settled.posting, {
    source: purchase._id,
    day: today,
    today,
    points: purchase.points,
    note: { orderNo: purchase.orderNo, shopZh: who.shop.name.zh, shopEn: who.shop.name.en, payableFen: purchase.payableFen },
  });
  await transaction.add('purchases', [purchase]);
  const earnedDays = addEarned(account.earnedDays, today, purchase.points);
  await post(transaction, { ...account, earnedDays }, carry(settled, accrued, today, programme.tiers), who.now);
  return accept(viewReceipt(purchase));
}

/** The purchase this request has already made, or the id under which it may make one: an undo frees the order number. */
async function findPlace(
  transaction: Transaction,
  { who, taken, programme, today }: Setting,
): Promise<Outcome<{ readonly first: Purchase } | { readonly freeId: string }, 'order.taken'>> {
  for (let use = 1; use <= orderReusesMax; use += 1) {
    const id = orderId(who.shop._id, taken.orderNo, today, programme.orderPeriod, use);
    const before = await transaction.get('purchases', id);
    if (before === null) return accept({ freeId: id });
    const sameCaller = before.staffId === who.staff.staffId && before.device === who.device;
    const sameContent = before.visitId === taken.visitId && sameLines(before.lines, taken.lines);
    // After an undo only the very same tap repeats its answer; a new tap is a new purchase under the freed number.
    if (sameCaller && sameContent && (before.undo === null || before.key === taken.key)) return accept({ first: before });
    if (before.undo === null || use === orderReusesMax) return refuseTaken(before, programme);
  }
  throw new Error('An order number was looked for beyond its last use');
}

function refuseTaken(before: Purchase, { offsetMinutes }: Programme): ReturnType<typeof refuse<'order.taken'>> {
  return refuse('order.taken', { at: `${before.day} ${clockOf(before.at, offsetMinutes)}`, amount: yuanText(before.payableFen) });
}

function buildPurchase(
  id: string,
  { who, taken, programme, categories, today }: Setting,
  visit: Visit,
  account: Account,
  multiplier: number,
): Purchase {
  const isExcluded = (categoryId: string): boolean => categories.find((category) => category._id === categoryId)?.excluded === true;
  const lines = grossLines(taken.lines, isExcluded);
  const room = capRoom(account.earnedDays, today, programme.dailyCapPoints);
  const { payableFen, points, capped } = earn(taken.lines, isExcluded, multiplier, room);
  return {
    _id: id,
    key: taken.key,
    orderNo: taken.orderNo,
    shopId: who.shop._id,
    staffId: who.staff.staffId,
    device: who.device,
    visitId: visit._id,
    memberId: visit.memberId,
    accountId: visit.accountId,
    cardTail: visit.cardTail,
    at: who.now,
    day: today,
    lines,
    payableFen,
    quoteId: null,
    vouchers: [],
    pointsPaid: 0,
    gift: null,
    refunded: nothingRefunded(lines),
    points,
    capped,
    releaseOn: releaseDay(today),
    multiplier,
    undo: null,
  };
}

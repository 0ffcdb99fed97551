import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { yuanText } from '@shared/kernel/money';
import { addDays, dayOf, type Day } from '@shared/kernel/time';
import { releaseDay } from '@shared/ledger/accrue';
import type { Offer } from '@shared/campaign/types';
import type { Account } from '@shared/ledger/types';
import { lineMaxFen } from '@shared/purchase/contract';
import { decideDate } from '@shared/purchase/decideDate';
import { capRoom, earn } from '@shared/purchase/earn';
import { multiplierFor } from '@shared/purchase/lineTerms';
import { momentAt } from '@shared/purchase/moment';
import { grossLines, nothingRefunded, sameLines, type ToldLine } from '@shared/purchase/receipt';
import type { Purchase, PurchaseLine, PurchaseSource } from '@shared/purchase/types';
import type { Programme } from '@shared/store/programme';
import type { Category, Shop } from '@shared/store/types';
import { periodOn } from '@shared/tier/paidCard';
import { settleAccount } from '@shared/tier/settleAccount';
import { viewTier } from '@shared/tier/view';
import { transact, type RunTransaction, type Transaction } from '../../adapters/transact';
import { loadOffers } from '../campaign/loadOffers';
import { accountOf } from '../ledger/accountOf';
import { findProduct } from '../goods/loadProducts';
import { loadCategories } from '../store/loadCategories';
import { loadProgramme } from '../store/loadProgramme';
import { findPlace } from './findPlace';
import { postPurchase } from './postPurchase';

/** A purchase at what the till took (no quote), with where it comes from. */
export interface GrossPurchase {
  readonly source: PurchaseSource;
  readonly key: string;
  readonly orderNo: string;
  readonly lines: readonly ToldLine[];
  /** When the till took the money, epoch ms. */
  readonly takenAt: number;
  readonly shop: Shop;
  /** Who recorded it, on what: a staff id, or the door that it came through. */
  readonly staffId: string;
  readonly device: string;
  /** Names the member's visit; doors without visits name the card. */
  readonly visitId: string;
  /** Decides everything and writes nothing. */
  readonly dryRun?: boolean;
}

/** Whose purchase it is. */
export type Buyer = Pick<Purchase, 'memberId' | 'accountId' | 'cardTail'>;

type LineRefusal = 'category.unknown' | 'product.unknown' | 'purchase.amount' | 'purchase.date';
export type RecordRefusal = LineRefusal | 'order.taken';

/** Everything the transaction needs, read or made before it. */
interface Setting {
  readonly taken: GrossPurchase;
  /** What stands in the way of a new purchase: asked once it is known that this is no repeat, for which it does not matter. */
  readonly checked: Outcome<readonly PurchaseLine[], LineRefusal>;
  readonly now: number;
  readonly programme: Programme;
  readonly categories: readonly Category[];
  readonly offers: readonly Offer[];
  readonly today: Day;
  /** The purchase's own day. */
  readonly day: Day;
}

/**
 * Records a purchase at gross amounts and posts its points as pending (available at once when it arrives after its release day): the one
 * way in for the till's own sums, late purchases, the shop's machines and files. The order number is the key: the same one from the same
 * place with the same content gives the first purchase, with other content `order.taken`. `findBuyer` names the member inside the
 * transaction and may refuse; it is not asked for a repeat. The daily cap knows the account's eight latest days of purchases. `run` is
 * how its transaction is run: by itself unless said otherwise.
 */
export async function recordPurchase<Code extends string>(
  given: GrossPurchase,
  now: number,
  findBuyer: (transaction: Transaction) => Promise<Outcome<Buyer, Code>>,
  run: RunTransaction = transact,
): Promise<Outcome<Purchase, RecordRefusal | Code | 'busy.tryAgain'>> {
  const [programme, categories, offers] = await Promise.all([loadProgramme(now), loadCategories(now), loadOffers(now)]);
  const today = dayOf(now, programme.offsetMinutes);
  const dated = decideDate(given.takenAt, now, today, programme.offsetMinutes);
  const checked = dated.ok ? await resolveLines(given.lines, categories, now) : dated;
  const day = dated.ok ? dated.value : dayOf(given.takenAt, programme.offsetMinutes);
  const setting: Setting = { taken: given, checked, now, programme, categories, offers, today, day };
  return run((transaction) => perform(transaction, setting, findBuyer));
}

/** Lines in categories that are in use, within the greatest sum; a product brings its own category. */
async function resolveLines(
  lines: readonly ToldLine[],
  categories: readonly Category[],
  now: number,
): Promise<Outcome<readonly PurchaseLine[], LineRefusal>> {
  const resolved: PurchaseLine[] = [];
  for (const { amountFen, productId, units, ...line } of lines) {
    const product = productId === undefined ? null : await findProduct(productId, now);
    if (productId !== undefined && product === null) return refuse('product.unknown', { product: productId });
    const categoryId = product?.categoryId ?? line.categoryId;
    if (!categories.some((category) => category._id === categoryId)) return refuse('category.unknown', { category: categoryId });
    resolved.push({ categoryId, amountFen, ...(productId === undefined ? {} : { productId }), ...(units === undefined ? {} : { units }) });
  }
  const totalFen = resolved.reduce((sum, line) => sum + line.amountFen, 0);
  return totalFen > lineMaxFen ? refuse('purchase.amount', { max: yuanText(lineMaxFen) }) : accept(resolved);
}

async function perform<Code extends string>(
  transaction: Transaction,
  setting: Setting,
  findBuyer: (transaction: Transaction) => Promise<Outcome<Buyer, Code>>,
): Promise<Outcome<Purchase, RecordRefusal | Code>> {
  const { taken, checked, programme, today, day } = setting;
  const wanted = { ...taken, shopId: taken.shop._id, day, isSame: (before: Purchase) => isSame(before, taken) };
  const place = await findPlace(transaction, wanted, programme);
  if (!place.ok) return place;
  if ('first' in place.value) return accept(place.value.first);
  // Where order numbers begin anew, this very tap may have been accepted before midnight.
  if (taken.source === 'till' && programme.orderPeriod !== 'ever') {
    const before = await findPlace(transaction, { ...wanted, day: addDays(day, -1) }, programme);
    if (before.ok && 'first' in before.value && before.value.first.key === taken.key) return accept(before.value.first);
  }
  if (!checked.ok) return checked;
  const buyer = await findBuyer(transaction);
  if (!buyer.ok) return buyer;
  const account = await accountOf(transaction, buyer.value);
  const settled = settleAccount(account, today, programme.tiers);
  const { multiplier } = viewTier(settled.standing, today, programme.tiers);
  const asked = { id: place.value.freeId, told: checked.value };
  const purchase = buildPurchase(asked, setting, { ...buyer.value, accountId: account._id }, account, multiplier);
  if (taken.dryRun !== true) await postPurchase(transaction, { purchase, shop: taken.shop, account, settled, today, programme });
  return accept(purchase);
}

function isSame(before: Purchase, taken: GrossPurchase): boolean {
  const byPeople = taken.source === 'till' || taken.source === 'late';
  // A machine's key may be replaced, and another operator may send the same file again.
  const samePerson = !byPeople || (before.staffId === taken.staffId && before.device === taken.device);
  // The till's own time is when it was recorded, so a repeat is later; everywhere else the time is part of what was said.
  const sameTime = taken.source === 'till' || before.takenAt === taken.takenAt;
  const sameContent = before.visitId === taken.visitId && sameLines(before.lines, taken.lines);
  return before.quoteId === null && before.source === taken.source && samePerson && sameTime && sameContent;
}

function buildPurchase(
  { id, told }: { readonly id: string; readonly told: readonly PurchaseLine[] },
  { taken, now, programme, categories, offers, day }: Setting,
  buyer: Buyer,
  account: Account,
  multiplier: number,
): Purchase {
  const isExcluded = (categoryId: string): boolean => categories.find((category) => category._id === categoryId)?.excluded === true;
  const moment = momentAt(taken.takenAt, programme.offsetMinutes, taken.shop._id);
  const paidCard = periodOn(account.paidCard, day);
  const lines = grossLines(told, (categoryId) => multiplierFor(categoryId, { offers, moment, isExcluded, paidCard }));
  const room = capRoom(account.earnedDays, day, programme.dailyCapPoints);
  const { payableFen, points, capped } = earn(lines, multiplier, room);
  return {
    _id: id,
    source: taken.source,
    key: taken.key,
    orderNo: taken.orderNo,
    shopId: taken.shop._id,
    staffId: taken.staffId,
    device: taken.device,
    visitId: taken.visitId,
    ...buyer,
    at: now,
    takenAt: taken.takenAt,
    day,
    lines,
    payableFen,
    quoteId: null,
    vouchers: [],
    pointsPaid: 0,
    gift: null,
    refunded: nothingRefunded(lines),
    points,
    capped,
    releaseOn: releaseDay(day),
    multiplier,
    undo: null,
  };
}

import { holds } from '@shared/campaign/holds';
import type { Offer } from '@shared/campaign/types';
import { dayOf, type Day } from '@shared/kernel/time';
import type { Account } from '@shared/ledger/types';
import { capRoom } from '@shared/purchase/earn';
import { momentAt } from '@shared/purchase/moment';
import type { HeldVoucher, QuoteFacts } from '@shared/purchase/priceQuote';
import type { Quote, QuoteWish } from '@shared/purchase/quote';
import type { PurchaseLine } from '@shared/purchase/types';
import type { Programme } from '@shared/store/programme';
import type { Category, Shop } from '@shared/store/types';
import { rank } from '@shared/tier/move';
import { periodOn } from '@shared/tier/paidCard';
import type { Settled } from '@shared/tier/settleAccount';
import type { Coupon } from '@shared/voucher/types';
import { loadOffers } from '../campaign/loadOffers';
import { loadMall } from '../reward/loadMall';
import type { TillCaller } from '../store/admitStaff';
import { loadCategories } from '../store/loadCategories';
import { loadProgramme } from '../store/loadProgramme';
import { prepareIssue, type PreparedIssue } from '../voucher/issue';
import { loadCoupons } from '../voucher/loadCoupons';

/** Everything a quote or its confirmation needs that is no document of its transaction. */
export interface QuoteSetting {
  readonly who: TillCaller;
  readonly programme: Programme;
  readonly categories: readonly Category[];
  readonly coupons: ReadonlyMap<string, Coupon>;
  readonly shops: ReadonlyMap<string, Shop>;
  /** Offers without those steps of spend-and-gift whose voucher cannot be given any more. */
  readonly offers: readonly Offer[];
  /** Vouchers ready to be given, by coupon. */
  readonly gifts: ReadonlyMap<string, PreparedIssue>;
  readonly today: Day;
}

/** Loads the setting: templates and settings at most 30 s old, and a free unit for every limited voucher that a gift may give. */
export async function loadQuoteSetting(who: TillCaller): Promise<QuoteSetting> {
  const { now } = who;
  const [programme, categories, coupons, mall, offers] = await Promise.all([
    loadProgramme(now),
    loadCategories(now),
    loadCoupons(now),
    loadMall(now),
    loadOffers(now),
  ]);
  const gifts = await prepareGifts(who, programme, offers);
  const today = dayOf(now, programme.offsetMinutes);
  return { who, programme, categories, coupons, shops: mall.shops, offers: offers.map((each) => giveable(each, gifts)), gifts, today };
}

async function prepareGifts(
  { now, random, shop }: TillCaller,
  { offsetMinutes }: Programme,
  offers: readonly Offer[],
): Promise<ReadonlyMap<string, PreparedIssue>> {
  const moment = momentAt(now, offsetMinutes, shop._id);
  const steps = offers.flatMap(({ effect, window }) => (effect.kind === 'spendGift' && holds(window, moment) ? effect.steps : []));
  const couponIds = [...new Set(steps.flatMap(({ couponId }) => (couponId === null ? [] : [couponId])))];
  const prepared = await Promise.all(couponIds.map(async (id) => [id, await prepareIssue(id, now, random)] as const));
  return new Map(prepared.flatMap(([id, each]) => (each !== null && canGive(each) ? [[id, each]] : [])));
}

function canGive({ coupon, unitId }: PreparedIssue): boolean {
  return coupon.totalMax === null || unitId !== null;
}

function giveable(offer: Offer, gifts: ReadonlyMap<string, PreparedIssue>): Offer {
  const { effect } = offer;
  if (effect.kind !== 'spendGift') return offer;
  return { ...offer, effect: { ...effect, steps: effect.steps.filter(({ couponId }) => couponId === null || gifts.has(couponId)) } };
}

/** What a quote is about. */
interface Asked {
  readonly lines: readonly PurchaseLine[];
  readonly vouchers: readonly HeldVoucher[];
  readonly wish: Pick<QuoteWish, 'usePoints' | 'voucherIds'>;
  readonly account: Account;
  readonly settled: Settled;
  /** The moment by which windows of offers and vouchers are judged: the quote's own. */
  readonly at: number;
  /** The quote whose holds do not stand in the way. */
  readonly quoteId: string | null;
}

/** The facts that the price follows from, for a settled account. */
export function quoteFacts({ who, programme, categories, offers, shops, today }: QuoteSetting, asked: Asked): QuoteFacts {
  const { lines, vouchers, wish, account, settled, at, quoteId } = asked;
  const { offsetMinutes, tiers, dailyCapPoints } = programme;
  const tier = tiers[rank(tiers, settled.standing.tier)];
  if (tier === undefined) throw new Error(`The tier table has no row ${settled.standing.tier}`);
  return {
    lines,
    terms: {
      tier,
      paidCard: periodOn(account.paidCard, today),
      offers,
      moment: momentAt(at, offsetMinutes, who.shop._id),
      isExcluded: (categoryId) => categories.find((category) => category._id === categoryId)?.excluded === true,
    },
    points: { wanted: wish.usePoints, available: settled.posting.balance.available },
    room: capRoom(account.earnedDays, today, dailyCapPoints),
    vouchers,
    here: { at, offsetMinutes, shopId: who.shop._id, shops, quoteId },
    chosenIds: wish.voucherIds,
  };
}

/** Whether a till may act on a quote: it was made there. */
export function isOfTill(quote: Quote | null, { shop, device }: TillCaller): quote is Quote {
  return quote?.shopId === shop._id && quote.device === device;
}

import { accept, refuse, type Outcome } from '../kernel/refusal';
import { clockOf, dayOf, isoWeekday, minuteMs } from '../kernel/time';
import type { Shop } from '../store/types';
import { settleGift } from './gift';
import type { Coupon, Voucher } from './types';

/** Where and when somebody wants to use a voucher. */
export interface UseSituation {
  readonly at: number;
  readonly offsetMinutes: number;
  readonly shopId: string;
  /** Names of shops, for the sentences. */
  readonly shops: ReadonlyMap<string, Shop>;
  /** The quote that may hold it; null when none does. */
  readonly quoteId: string | null;
}

export type UseRefusal =
  | 'voucher.unknown'
  | 'voucher.revoked'
  | 'voucher.done'
  | 'voucher.gifting'
  | 'voucher.early'
  | 'voucher.lapsed'
  | 'voucher.otherShop'
  | 'voucher.otherDay'
  | 'voucher.otherHour'
  | 'voucher.held';

/**
 * Whether a voucher can be used here and now, whatever is bought: its state, its days, the coupon's shops, weekdays and hours, and
 * whether a quote of another till holds it. A refusal says when and where it was used, or from when on it can be.
 */
export function judgeUse(voucher: Voucher | null, coupon: Coupon | undefined, here: UseSituation): Outcome<Voucher, UseRefusal> {
  if (voucher === null || voucher.state === 'free' || coupon === undefined) return refuse('voucher.unknown');
  const now = settleGift(voucher, here.at);
  if (now.state === 'revoked') return refuse('voucher.revoked');
  if (now.state === 'redeemed') return refuse('voucher.done', whenAndWhere(now, here));
  if (now.state === 'gifting') return refuse('voucher.gifting');
  return judgeTime(now, coupon, here);
}

function judgeTime(voucher: Voucher, coupon: Coupon, here: UseSituation): Outcome<Voucher, UseRefusal> {
  const today = dayOf(here.at, here.offsetMinutes);
  const { startsOn = today, endsOn = today, heldUntil = 0 } = voucher;
  if (today > endsOn) return refuse('voucher.lapsed', { on: endsOn });
  if (today < startsOn) return refuse('voucher.early', { on: startsOn });
  const { shopIds } = coupon.scope;
  if (shopIds.length > 0 && !shopIds.includes(here.shopId)) return refuse('voucher.otherShop', shopNames(shopIds, here));
  if (coupon.weekdays.length > 0 && !coupon.weekdays.includes(isoWeekday(today))) return refuse('voucher.otherDay');
  const clock = clockOf(here.at, here.offsetMinutes);
  const { hours } = coupon;
  if (hours !== null && (clock < hours.from || clock >= hours.to)) return refuse('voucher.otherHour', { from: hours.from, to: hours.to });
  if (heldUntil > here.at && voucher.heldBy !== here.quoteId) {
    return refuse('voucher.held', { minutes: Math.ceil((heldUntil - here.at) / minuteMs) });
  }
  return accept(voucher);
}

/** When and where a voucher was used, for the sentence that says so. */
export function whenAndWhere(
  { redeemed }: Voucher,
  { shops, offsetMinutes }: Pick<UseSituation, 'shops' | 'offsetMinutes'>,
): Readonly<Record<string, string>> {
  if (redeemed === undefined) throw new Error('A redeemed voucher does not say where');
  const shop = shops.get(redeemed.shopId)?.name ?? { zh: redeemed.shopId, en: redeemed.shopId };
  const at = `${dayOf(redeemed.at, offsetMinutes)} ${clockOf(redeemed.at, offsetMinutes)}`;
  return { at, shopZh: shop.zh, shopEn: shop.en };
}

function shopNames(shopIds: readonly string[], { shops }: UseSituation): Readonly<Record<string, string>> {
  const names = shopIds.map((id) => shops.get(id)?.name ?? { zh: id, en: id });
  return { shopsZh: names.map((name) => name.zh).join('、'), shopsEn: names.map((name) => name.en).join(', ') };
}

import type { ReachedGift } from '../campaign/gift';
import { accept, refuse, type Outcome } from '../kernel/refusal';
import { bestSet, candidatesOf, chosenSet, type StackSet } from '../voucher/stack';
import { whyUnusable } from '../voucher/whyUnusable';
import { stackVoucher, type Candidate } from '../voucher/stackDiscount';
import { whyNotBest, type WhyNot } from '../voucher/whyNotBest';
import type { UseSituation } from '../voucher/judgeUse';
import type { Coupon, Voucher } from '../voucher/types';
import type { PriceTerms } from './lineTerms';
import { fillBasket, finishPrice, giftWorth, type Basket, type PointsForCash, type Price } from './price';
import type { QuotedGift, QuoteView, UnusedVoucher, UsedVoucher } from './quote';
import type { PurchaseLine } from './types';

/** A voucher in the member's hand with its coupon. */
export interface HeldVoucher {
  readonly voucher: Voucher;
  readonly coupon: Coupon;
}

/** Everything that a purchase's price follows from. */
export interface QuoteFacts {
  readonly lines: readonly PurchaseLine[];
  readonly terms: PriceTerms;
  readonly points: PointsForCash;
  /** Points that the day's cap leaves. */
  readonly room: number;
  readonly vouchers: readonly HeldVoucher[];
  readonly here: UseSituation;
  /** Vouchers that staff chose; null asks for the best set. */
  readonly chosenIds: readonly string[] | null;
}

/** What a quote says of price and vouchers. */
export type Quoted = Omit<QuoteView, 'quoteId' | 'at' | 'heldUntil' | 'releaseOn'>;

/**
 * The price of a purchase with the best set of vouchers, or with the chosen ones as far as they can be used; every voucher that is not
 * used says why. Refuses chosen vouchers that may not be used together.
 */
export function priceQuote(facts: QuoteFacts): Outcome<Quoted, 'voucher.notTogether'> {
  const basket = fillBasket(facts.lines, facts.terms, facts.points);
  const judged = facts.vouchers.map((held) => ({ ...held, why: whyUnusable(held.voucher, held.coupon, facts.here, basket.lines) }));
  const usable = judged.filter(({ why }) => why === null).map(({ voucher, coupon }) => stackVoucher(voucher, coupon));
  const chosen = chooseSet(basket, candidatesOf(basket.lines, usable), facts.chosenIds);
  if (chosen === null) return refuse('voucher.notTogether');
  const price = finishPrice(basket, chosen.set, facts.terms.tier.multiplier, facts.room);
  const used = chosen.set.uses.map(({ voucher: { id }, discountFen }): UsedVoucher => {
    const held = facts.vouchers.find(({ voucher }) => voucher._id === id);
    if (held === undefined) throw new Error(`Voucher ${id} is used but was not there`);
    return { ...shown(held), couponId: held.coupon._id, discountFen };
  });
  const others = judged
    .filter(({ voucher }) => !used.some((each) => each.voucherId === voucher._id))
    .map(({ why, ...held }): UnusedVoucher => {
      return { ...shown(held), usable: why === null, why: why ?? chosen.whyNot(held.voucher._id) };
    });
  return accept({ ...viewPrice(price), vouchers: used, others, available: facts.points.available });
}

/** A set, and why each usable voucher that is not in it is not. */
interface ChosenSet {
  readonly set: StackSet;
  readonly whyNot: (voucherId: string) => WhyNot;
}

function chooseSet(basket: Basket, candidates: readonly Candidate[], chosenIds: readonly string[] | null): ChosenSet | null {
  const { lines } = basket;
  const worth = giftWorth(basket);
  if (chosenIds === null) {
    const best = bestSet(lines, candidates, worth);
    const whyNot = (voucherId: string): WhyNot => {
      const left = candidates.find((each) => each.id === voucherId);
      return left === undefined ? { kind: 'notChosen' } : whyNotBest(lines, best, left, worth);
    };
    return { set: best.set, whyNot };
  }
  const set = chosenSet(
    lines,
    candidates.filter((each) => chosenIds.includes(each.id)),
    worth,
  );
  const whyNot = (voucherId: string): WhyNot => ({ kind: chosenIds.includes(voucherId) ? 'nothingLeft' : 'notChosen' });
  return set === null ? null : { set, whyNot };
}

function shown({ voucher, coupon }: HeldVoucher): Omit<UsedVoucher, 'couponId' | 'discountFen'> {
  const { group, exclusive } = coupon.stacking;
  return { voucherId: voucher._id, name: coupon.name, endsOn: voucher.endsOn ?? '', group, exclusive };
}

function viewPrice({ gift, lostGift, ...price }: Price): Omit<Quoted, 'vouchers' | 'others' | 'available'> {
  return { ...price, gift: viewGift(gift), lostGift: viewGift(lostGift) };
}

function viewGift(reached: ReachedGift | null): QuotedGift | null {
  if (reached === null) return null;
  const { name, thresholdFen, listedValueFen, couponId } = reached.step;
  return { offerId: reached.offer._id, name, thresholdFen, listedValueFen, couponId };
}

import { nextGift, reachGift, type GiftOffer, type NextGift, type ReachedGift } from '../campaign/gift';
import { holds, isFor } from '../campaign/holds';
import type { Offer } from '../campaign/types';
import type { StackSet } from '../voucher/stack';
import type { GiftWorth } from '../voucher/searchBest';
import { earn, type Earning } from './earn';
import { reduceLine, type PriceTerms, type ReducedLine } from './lineTerms';
import type { Moment } from './moment';
import { spread } from './spread';
import type { PricedLine, PurchaseLine } from './types';

/** Points for cash: 1 point = 1 fen, for at most this share of the sum after vouchers. */
export const pointsForCashPercentMax = 30;

/** Points wanted as cash, and how many there are to spend. */
export interface PointsForCash {
  readonly wanted: number;
  readonly available: number;
}

/** A purchase with every step of the till's price (product.md, The till). Money in fen. */
export interface Price extends Earning {
  readonly lines: readonly PricedLine[];
  readonly listFen: number;
  /** The most points that may be used as cash here: 30 % of the sum after vouchers, and what there is. */
  readonly pointsMax: number;
  readonly pointsPaid: number;
  readonly gift: ReachedGift | null;
  readonly nextGift: NextGift | null;
  /** The gift that would be reached without the vouchers, when it is worth more. */
  readonly lostGift: ReachedGift | null;
}

/** A basket on its way through the steps: lines after step 2, and what decides the rest. */
export interface Basket {
  readonly lines: readonly ReducedLine[];
  readonly gifts: readonly GiftOffer[];
  readonly points: PointsForCash;
}

/** Steps 1 and 2 of the price, and what is on offer for the later ones. */
export function fillBasket(lines: readonly PurchaseLine[], terms: PriceTerms, points: PointsForCash): Basket {
  return { lines: lines.map((line) => reduceLine(line, terms)), gifts: giftOffers(terms.offers, terms.moment), points };
}

/** What the 满赠 reward is worth for every choice of vouchers: it is reached by what is payable, after points for cash. */
export function giftWorth(basket: Basket): GiftWorth {
  const { gifts } = basket;
  if (gifts.length === 0) return { of: () => 0, atMost: (_left, moreFen) => moreFen };
  return { of: (left) => giftOf(basket, left)?.step.listedValueFen ?? 0, atMost: (left, moreFen) => giftAtMost(basket, left, moreFen) };
}

/** Steps 3 to 7 for one set of vouchers. `multiplier` is the tier's in hundredths, `room` what the day's cap leaves in points. */
export function finishPrice(basket: Basket, set: StackSet, multiplier: number, room: number): Price {
  const { lines, gifts, points } = basket;
  const { pointsMax, pointsPaid, shares } = payInPoints(points, set.left);
  const priced = lines.map(({ reducedFen, ...line }, place): PricedLine => {
    const leftFen = set.left[place] ?? 0;
    const pointsFen = shares[place] ?? 0;
    return {
      ...line,
      priceOffFen: line.amountFen - reducedFen,
      voucherOffFen: reducedFen - leftFen,
      pointsFen,
      payableFen: leftFen - pointsFen,
    };
  });
  const gift = reachGift(gifts, priced);
  const whole = giftOf(
    basket,
    lines.map((line) => line.reducedFen),
  );
  return {
    ...earn(priced, multiplier, room),
    lines: priced,
    listFen: lines.reduce((sum, line) => sum + line.amountFen, 0),
    pointsMax,
    pointsPaid,
    gift,
    nextGift: nextGift(gifts, priced, gift),
    lostGift: (whole?.step.listedValueFen ?? 0) > (gift?.step.listedValueFen ?? 0) ? whole : null,
  };
}

/** Step 4: 1 point = 1 fen, at most 30 % of the sum after vouchers (floored) and what there is; spread over what is left of each line. */
function payInPoints(
  { wanted, available }: PointsForCash,
  left: readonly number[],
): { readonly pointsMax: number; readonly pointsPaid: number; readonly shares: readonly number[] } {
  const sum = left.reduce((total, fen) => total + fen, 0);
  const pointsMax = Math.max(0, Math.min(Math.floor((sum * pointsForCashPercentMax) / 100), available));
  const pointsPaid = Math.min(wanted, pointsMax);
  return { pointsMax, pointsPaid, shares: spread(pointsPaid, left) };
}

function giftOf({ lines, gifts, points }: Basket, left: readonly number[]): ReachedGift | null {
  const { shares } = payInPoints(points, left);
  return reachGift(
    gifts,
    lines.map(({ categoryId }, place) => ({ categoryId, payableFen: (left[place] ?? 0) - (shares[place] ?? 0) })),
  );
}

/**
 * Points for cash only lower what is payable, and so does every voucher to come: a step above what is left cannot be reached any more, and
 * with a step that is to be reached no more can come off than the rest above it.
 */
function giftAtMost({ lines, gifts }: Basket, left: readonly number[], moreFen: number): number {
  let wholeFen = 0;
  for (const fen of left) wholeFen += fen;
  let most = moreFen;
  for (const { window, effect } of gifts) {
    let leftFen = 0;
    lines.forEach(({ categoryId }, place) => (leftFen += isFor(window, categoryId) ? (left[place] ?? 0) : 0));
    for (const { thresholdFen, listedValueFen } of effect.steps) {
      if (thresholdFen <= leftFen) most = Math.max(most, Math.min(moreFen, wholeFen - thresholdFen) + listedValueFen);
    }
  }
  return most;
}

function giftOffers(offers: readonly Offer[], moment: Moment): readonly GiftOffer[] {
  return offers.filter((offer): offer is GiftOffer => offer.active && offer.effect.kind === 'spendGift' && holds(offer.window, moment));
}

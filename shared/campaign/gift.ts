import type { Bilingual } from '../kernel/bilingual';
import { isFor } from './holds';
import type { GiftStep, Offer, OfferEffect } from './types';

/** An offer of spend-and-gift (满赠). */
export type GiftOffer = Offer & { readonly effect: Extract<OfferEffect, { readonly kind: 'spendGift' }> };

/** A line as far as spend-and-gift looks at it. */
export interface PaidLine {
  readonly categoryId: string;
  readonly payableFen: number;
}

/** A step that was reached, and the offer it belongs to. */
export interface ReachedGift {
  readonly offer: GiftOffer;
  readonly step: GiftStep;
}

/** The step that comes next, and how much more would have to be paid. */
export interface NextGift {
  readonly name: Bilingual;
  readonly missingFen: number;
}

/**
 * The step of spend-and-gift that what is payable reaches (step 6 of the till's price). Steps of an offer exclude one another, the
 * highest threshold reached counts; of several offers the one whose step is worth most, then by id, since a purchase has one gift.
 */
export function reachGift(offers: readonly GiftOffer[], lines: readonly PaidLine[]): ReachedGift | null {
  let best: ReachedGift | null = null;
  for (const offer of offers) {
    const payable = payableFor(offer, lines);
    const step = offer.effect.steps
      .filter((each) => each.thresholdFen <= payable)
      .reduce<GiftStep | null>((high, each) => (high === null || each.thresholdFen > high.thresholdFen ? each : high), null);
    if (step !== null && (best === null || isWorthMore({ offer, step }, best))) best = { offer, step };
  }
  return best;
}

/** The nearest step that is not reached and worth more than what is, over all offers; null when there is none. */
export function nextGift(offers: readonly GiftOffer[], lines: readonly PaidLine[], reached: ReachedGift | null): NextGift | null {
  const worth = reached?.step.listedValueFen ?? 0;
  const ahead = offers.flatMap((offer) => {
    const payable = payableFor(offer, lines);
    return offer.effect.steps
      .filter((step) => step.thresholdFen > payable && step.listedValueFen > worth)
      .map((step) => ({ name: step.name, missingFen: step.thresholdFen - payable }));
  });
  return ahead.reduce<NextGift | null>((near, each) => (near === null || each.missingFen < near.missingFen ? each : near), null);
}

function payableFor(offer: GiftOffer, lines: readonly PaidLine[]): number {
  return lines.reduce((sum, line) => sum + (isFor(offer.window, line.categoryId) ? line.payableFen : 0), 0);
}

function isWorthMore(one: ReachedGift, other: ReachedGift): boolean {
  const more = one.step.listedValueFen - other.step.listedValueFen;
  return more > 0 || (more === 0 && one.offer._id < other.offer._id);
}

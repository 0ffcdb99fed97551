import { holds, isFor } from '../campaign/holds';
import type { Offer } from '../campaign/types';
import { percentOfFen, timesOne } from '../kernel/money';
import type { Moment } from './moment';
import type { PriceReason, PurchaseLine } from './types';

/** A tier's or a paid card's own terms, both in integer hundredths. */
export interface MemberTerms {
  readonly pricePercent: number;
  readonly multiplier: number;
}

/** What decides a line's price and points besides the line: who buys, when and where, and what is on offer. */
export interface PriceTerms {
  readonly tier: MemberTerms;
  /** The paid card's, while it runs; null without one. */
  readonly paidCard: MemberTerms | null;
  readonly offers: readonly Offer[];
  readonly moment: Moment;
  readonly isExcluded: (categoryId: string) => boolean;
}

/** A line after step 2 of the till's price. */
export interface ReducedLine extends PurchaseLine {
  readonly units: number;
  readonly reducedFen: number;
  readonly reason: PriceReason;
  /** What the paid card took off beyond what would have been off without it; absent when it took off nothing. */
  readonly paidCardFen?: number;
  /** Best multiplier of the line in hundredths; 0 where the category earns nothing. */
  readonly multiplier: number;
}

/**
 * Steps 1 and 2: list price, then the lower of member price and discount day, never both, each rounded half up to the fen per line. The
 * member price is named when both are equal. Of several discount days the lowest counts, then by id.
 */
export function reduceLine(line: PurchaseLine, terms: PriceTerms): ReducedLine {
  const { tier, paidCard, offers, moment } = terms;
  const memberPercent = Math.min(tier.pricePercent, paidCard?.pricePercent ?? timesOne);
  const memberFen = percentOfFen(line.amountFen, memberPercent);
  let reducedFen = memberFen;
  let reason: PriceReason = memberFen < line.amountFen ? { kind: 'member' } : null;
  // The price that somebody without the paid card would have.
  let plainFen = percentOfFen(line.amountFen, tier.pricePercent);
  for (const { _id, window, effect, active } of [...offers].sort((a, b) => (a._id < b._id ? -1 : 1))) {
    if (!active || effect.kind !== 'discountDay' || !holds(window, moment) || !isFor(window, line.categoryId)) continue;
    const dayFen = percentOfFen(line.amountFen, effect.pricePercent);
    plainFen = Math.min(plainFen, dayFen);
    if (dayFen >= reducedFen) continue;
    reducedFen = dayFen;
    reason = { kind: 'discountDay', offerId: _id };
  }
  const saved = plainFen - reducedFen;
  const priced = { ...line, units: line.units ?? 1, reducedFen, reason, multiplier: multiplierFor(line.categoryId, terms) };
  return saved > 0 ? { ...priced, paidCardFen: saved } : priced;
}

/**
 * A line's multiplier in hundredths, without the tier's: max(best applicable campaign multiplier, the paid card's); 0 where the category
 * earns nothing (product.md, Points).
 */
export function multiplierFor(
  categoryId: string,
  { paidCard, offers, moment, isExcluded }: Pick<PriceTerms, 'paidCard' | 'offers' | 'moment' | 'isExcluded'>,
): number {
  if (isExcluded(categoryId)) return 0;
  const campaign = offers.map(({ window, effect, active }) =>
    active && effect.kind === 'multiplier' && holds(window, moment) && isFor(window, categoryId) ? effect.multiplier : timesOne,
  );
  return Math.max(timesOne, paidCard?.multiplier ?? timesOne, ...campaign);
}

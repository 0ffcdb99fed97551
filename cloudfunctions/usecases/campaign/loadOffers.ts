import type { Offer } from '@shared/campaign/types';
import { cached } from '../../adapters/cached';
import { find } from '../../adapters/database';

const offersMax = 200;

const load = cached(async () => {
  const offers = await find('offers', {}, { limit: offersMax, order: [['_id', 'asc']] });
  return offers.filter((offer) => offer.active);
}, 1);

/** The published offers, at most 30 s old; whether their windows hold is for the rules to say. */
export function loadOffers(now: number): Promise<readonly Offer[]> {
  return load('all', now);
}

import { spoilFirst, type Invariant } from './invariant';

/** A line's multiplier and discount day are those of an offer that was published, and a gift is of a step that its offer has. */
export const offersKept: Invariant = {
  name: 'what offers gave, they had published',
  check({ purchases, offers }) {
    const known = new Map(offers.map((offer) => [offer._id, offer.effect]));
    const rates = new Set([0, 100, ...offers.flatMap(({ effect }) => (effect.kind === 'multiplier' ? [effect.multiplier] : []))]);
    const wrong = purchases.flatMap(({ _id, lines, gift }) => [
      ...lines.filter(({ multiplier }) => !rates.has(multiplier)).map(({ multiplier }) => `purchase ${_id}: a line earns at ${multiplier}`),
      ...lines.flatMap(({ reason }) =>
        reason?.kind === 'discountDay' && known.get(reason.offerId)?.kind !== 'discountDay' ? [`purchase ${_id}: ${reason.offerId}`] : [],
      ),
      ...(gift != null && known.get(gift.offerId)?.kind !== 'spendGift' ? [`purchase ${_id}: gift of ${gift.offerId}`] : []),
    ]);
    return { looked: purchases.length, wrong };
  },
  spoil: ({ purchases }) =>
    spoilFirst(
      purchases,
      ({ lines }) => lines.length > 0,
      ({ lines }) => ({ lines: lines.map((line) => ({ ...line, multiplier: 777 })) }),
    ),
};

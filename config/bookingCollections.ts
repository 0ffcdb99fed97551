import type { CollectionDeclaration } from './collectionDeclaration';

/** Sessions that are booked with a voucher, and their places. */
export const bookingCollections: readonly CollectionDeclaration[] = [
  {
    name: 'bookings',
    indexes: [
      { name: 'memberStarts', keys: { memberId: 1, startsAt: -1 } },
      { name: 'shopDayStarts', keys: { shopId: 1, day: 1, startsAt: 1 } },
    ],
  },
  {
    name: 'sessionPlaces',
    indexes: [
      { name: 'sessionTaken', keys: { sessionId: 1, taken: 1 } },
      { name: 'couponTakenStarts', keys: { couponId: 1, taken: 1, startsAt: 1 } },
    ],
  },
];

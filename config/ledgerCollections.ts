import type { CollectionDeclaration } from './collectionDeclaration';

/** What accounts are made of: points, tiers, the race, paid cards. */
export const ledgerCollections: readonly CollectionDeclaration[] = [
  {
    name: 'accounts',
    indexes: [
      { name: 'nextDueOn', keys: { nextDueOn: 1 } },
      { name: 'reviewOn', keys: { reviewOn: 1, _id: 1 } },
      { name: 'raceStale', keys: { raceStale: 1 } },
      { name: 'ladder', keys: { ladderSteps: 1, lifetimePoints: 1 } },
      { name: 'paidCardDue', keys: { 'paidCard.dueOn': 1 } },
    ],
  },
  {
    name: 'entries',
    indexes: [
      { name: 'accountSeq', keys: { accountId: 1, seq: -1 } },
      { name: 'kind', keys: { kind: 1 } },
    ],
  },
  { name: 'race', indexes: [{ name: 'monthPoints', keys: { month: 1, points: -1, since: 1, _id: 1 } }] },
  { name: 'races', indexes: [] },
  { name: 'tierChanges', indexes: [{ name: 'accountNumber', keys: { accountId: 1, n: -1 } }] },
  { name: 'familyInvites', indexes: [{ name: 'accountEnds', keys: { accountId: 1, endsAt: 1 } }] },
  { name: 'familyDoors', indexes: [] },
  { name: 'plans', indexes: [] },
  {
    name: 'planOrders',
    indexes: [
      { name: 'stateCheck', keys: { state: 1, checkAt: 1 } },
      { name: 'accountAt', keys: { accountId: 1, at: -1 } },
      { name: 'memberId', keys: { memberId: 1 } },
    ],
  },
];

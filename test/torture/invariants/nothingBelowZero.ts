import { spoilFirst, type Invariant } from './invariant';

/** No balance, score, limit or count is below zero, and available points and debt are never both above it. */
export const nothingBelowZero: Invariant = {
  name: 'nothing below zero',
  check({ accounts, packs, storeCodeSlices }) {
    const wrong = accounts.flatMap((account) => {
      const parts: Readonly<Record<string, number>> = {
        available: account.available,
        pending: account.pending,
        debt: account.debt,
        lifetimePoints: account.lifetimePoints,
        ...Object.fromEntries(account.score.map(({ month, points }) => [`score of ${month}`, points])),
        ...Object.fromEntries(account.lots.map(({ id, points }) => [`lot ${id}`, points])),
        ...Object.fromEntries(account.buckets.map(({ releaseOn, points }) => [`pending until ${releaseOn}`, points])),
        ...Object.fromEntries(account.chances.map(({ id, left }) => [`chances ${id}`, left])),
        ...Object.fromEntries(account.earnedDays.map(({ day, points }) => [`earned on ${day}`, points])),
      };
      const below = Object.entries(parts).filter(([, value]) => !(value >= 0));
      const both = account.available > 0 && account.debt > 0;
      return [
        ...below.map(([part, value]) => `account ${account._id}: ${part} is ${value}`),
        ...(both ? [`account ${account._id}: ${account.available} available and ${account.debt} owed at once`] : []),
      ];
    });
    const overused = packs.filter((pack) => pack.used.filter((use) => use.undone === null).length > pack.uses);
    const slices = storeCodeSlices.filter((slice) => !(slice.used >= 0));
    return {
      looked: accounts.length + packs.length + storeCodeSlices.length,
      wrong: [
        ...wrong,
        ...overused.map(({ _id }) => `pack ${_id} was used more often than it holds`),
        ...slices.map(({ _id }) => `slice ${_id}`),
      ],
    };
  },
  spoil: ({ accounts }) =>
    spoilFirst(
      accounts,
      () => true,
      () => ({ lifetimePoints: -1 }),
    ),
};

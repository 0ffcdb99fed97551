import type { Donation } from '@shared/reward/cause';
import { accountsOf } from './accountsOf';
import { grouped, repeated, spoilFirst, type Invariant } from './invariant';

/** Stock is numbered units: never more than were put on sale, each of one redemption, each redemption with its unit and its entry. */
export const unitsOnce: Invariant = {
  name: 'a unit belongs to one redemption, and there are no more than the stock',
  check({ familyInvites, units, rewards, packs, entries, donations, draws }) {
    const wrong: string[] = [];
    const byReward = grouped(units, ({ rewardId }) => rewardId);
    for (const { _id, stock } of rewards) {
      const own = byReward.get(_id) ?? [];
      const numbers = own.map(({ n }) => n).sort((a, b) => a - b);
      if (own.length !== stock || numbers.some((number, index) => number !== index + 1)) {
        wrong.push(`reward ${_id}: ${own.length} units of a stock of ${stock}`);
      }
    }
    for (const { _id, state, redemption, prize, handOver } of units) {
      const taken = state === 'redeemed' || state === 'handedOver' || state === 'given';
      if (taken !== (redemption !== undefined || prize !== undefined)) wrong.push(`unit ${_id} is ${state} by nobody's doing`);
      if ((state === 'handedOver') !== (handOver !== undefined))
        wrong.push(`unit ${_id} is ${state}, handed over: ${JSON.stringify(handOver)}`);
    }
    const paid = entries.filter(({ kind, note }) => kind === 'redemption' && typeof note['unitId'] === 'string');
    // On the account that paid, or on the one that took it over.
    const back = new Set(entries.filter(({ kind }) => kind === 'return').map(({ source }) => source));
    const kept = paid.filter(({ source }) => !back.has(source) && !back.has(`cancel:${source}`));
    const sold = units.flatMap(({ _id, state, redemption, prize }) =>
      redemption === undefined || state === 'given' || prize !== undefined ? [] : [{ _id, redemption }],
    );
    wrong.push(...repeated('a unit paid for', kept, ({ note }) => String(note['unitId'])));
    const held = new Set(sold.map(({ _id, redemption }) => `${redemption.accountId} ${redemption.id} ${_id}`));
    const owed = new Set(kept.map(({ accountId, source, note }) => `${accountId} ${source} ${String(note['unitId'])}`));
    wrong.push(...[...owed].filter((each) => !held.has(each)).map((each) => `paid for and not held: ${each}`));
    wrong.push(...[...held].filter((each) => !owed.has(each)).map((each) => `held and not paid for: ${each}`));
    const opened = new Set([...sold.map(({ _id }) => _id), ...draws.flatMap(({ packId }) => packId ?? [])]);
    wrong.push(
      ...packs
        .filter(({ _id, cancelledAt }) => cancelledAt === undefined && !opened.has(_id))
        .map(({ _id }) => `pack ${_id} stands for no redeemed unit`),
    );
    const given = new Map(entries.filter(({ kind }) => kind === 'redemption').map((entry) => [entry.source, entry.accountId]));
    const accounts = accountsOf({ familyInvites });
    const isPaid = ({ _id, memberId }: Donation): boolean => accounts(memberId).has(given.get(_id.slice(memberId.length + 1)) ?? '');
    wrong.push(...donations.filter((each) => !isPaid(each)).map(({ _id }) => `donation ${_id} took no points`));
    return { looked: units.length + paid.length + donations.length, wrong };
  },
  spoil: ({ units }) => {
    const taken = units.find(({ redemption, prize }) => redemption !== undefined && prize === undefined);
    const { redemption, pickupCode } = taken ?? {};
    if (redemption === undefined || pickupCode === undefined) return false;
    return spoilFirst(
      units,
      ({ state }) => state === 'free',
      () => ({ state: 'redeemed' as const, redemption, pickupCode: `${pickupCode}x` }),
    );
  },
};

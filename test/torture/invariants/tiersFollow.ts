import { grouped, spoilFirst, type Invariant } from './invariant';

/** The history of tiers is numbered without gaps, each change begins where the one before ended, and the last is the account's tier. */
export const tiersFollow: Invariant = {
  name: 'tiers follow from their history',
  check({ accounts, tierChanges }) {
    const byAccount = grouped(tierChanges, ({ accountId }) => accountId);
    const wrong = accounts.flatMap((account) => {
      const own = [...(byAccount.get(account._id) ?? [])].sort((a, b) => a.n - b.n);
      const chain = own.every((change, index) => change.n === index + 1 && change.from === (own[index - 1]?.to ?? 'firefly'));
      const tier = own.at(-1)?.to ?? 'firefly';
      return [
        ...(chain && own.length === account.tierChanges
          ? []
          : [`account ${account._id}: ${own.length} changes of ${account.tierChanges} in a chain`]),
        ...(tier === account.tier ? [] : [`account ${account._id}: tier ${account.tier}, its history ends with ${tier}`]),
      ];
    });
    return { looked: accounts.length + tierChanges.length, wrong };
  },
  spoil: ({ accounts }) =>
    spoilFirst(
      accounts,
      ({ tier }) => tier !== 'galaxy',
      () => ({ tier: 'galaxy' as const }),
    ),
};

import type { Account } from '@shared/ledger/types';
import { grouped, repeated, spoilFirst, type Invariant } from './invariant';

/** Everybody is in exactly one account, which says so, and whoever is in another's has nothing left on their own. */
export const familiesHold: Invariant = {
  name: 'shared accounts: everybody in exactly one, which lists them; no more than may',
  check({ accounts, members, cards, programme }) {
    const known = new Map(accounts.map((account) => [account._id, account]));
    const listed = accounts.flatMap(({ _id, family }) => (family?.members ?? []).map((each) => ({ accountId: _id, ...each })));
    const places = grouped(listed, ({ memberId }) => memberId);
    const wrong = [...repeated('somebody listed', listed, ({ memberId }) => memberId)];
    for (const { memberId, accountId, cardNumber } of members) {
      const place = places.get(memberId)?.[0]?.accountId ?? memberId;
      const card = cards.find(({ _id }) => _id === cardNumber);
      if (accountId !== place) wrong.push(`member ${memberId} is in ${accountId}, which is ${place} by the lists`);
      if (card?.accountId !== accountId)
        wrong.push(`member ${memberId} is in ${accountId}, their card says ${card?.accountId ?? 'nothing'}`);
    }
    for (const { accountId, memberId, cardNumber } of listed) {
      if (known.get(memberId)?.movedTo !== accountId)
        wrong.push(`${accountId} lists ${memberId}, whose account is at ${known.get(memberId)?.movedTo ?? 'itself'}`);
      if (cards.find(({ _id }) => _id === cardNumber)?.memberId !== memberId)
        wrong.push(`${accountId} lists ${memberId} by another's card`);
    }
    for (const account of accounts) {
      const { _id, family, movedTo } = account;
      const most = programme[0]?.familyMax[family?.kind ?? 'family'] ?? 0;
      if ((family?.members.length ?? 0) + 1 > most) wrong.push(`account ${_id} has ${(family?.members.length ?? 0) + 1} people of ${most}`);
      if (movedTo === null) continue;
      if (places.get(_id)?.[0]?.accountId !== movedTo) wrong.push(`account ${_id} is at ${movedTo}, which does not list its owner`);
      wrong.push(...leftOn(account).map((what) => `account ${_id} is at ${movedTo} and has ${what}`));
    }
    const drawers = accounts.flatMap(({ drawers: all }) => all);
    wrong.push(...repeated('a place in a pool', drawers, ({ memberId, poolId }) => `${memberId} ${poolId}`));
    return { looked: members.length + listed.length, wrong };
  },
  spoil: ({ accounts }) =>
    spoilFirst(
      accounts,
      ({ family }) => (family?.members.length ?? 0) > 0,
      ({ family }) => ({ family: { kind: family?.kind ?? 'family', members: [] } }),
    ),
};

function leftOn({ available, pending, debt, lots, chances, drawers, family, paidCard, score, lifetimePoints }: Account): readonly string[] {
  const rest: Readonly<Record<string, number>> = {
    points: available + pending,
    debt,
    lots: lots.length,
    chances: chances.length,
    drawers: drawers.length,
    people: family?.members.length ?? 0,
    'a paid card': paidCard.dueOn === null ? 0 : 1,
    score: score.reduce((sum, { points }) => sum + points, 0),
    'lifetime points': lifetimePoints,
  };
  return Object.entries(rest).flatMap(([what, many]) => (many === 0 ? [] : [`${many} ${what}`]));
}

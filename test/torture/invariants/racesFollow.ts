import { grouped, repeated, spoilFirst, total, type Invariant } from './invariant';

/** A month's racers have what their accounts say, its steps count them, and each place won is paid once, or its winner was leaving. */
export const racesFollow: Invariant = {
  name: 'the race follows the accounts, and pays each place once',
  check({ race, races, accounts, entries, leavings, programme }) {
    const wrong: string[] = [...repeated('a racer', race, ({ month, memberId }) => `${month} ${memberId}`)];
    const known = new Map(accounts.map((account) => [account._id, account]));
    const running = new Set(races.filter(({ state }) => state === 'running').map(({ _id }) => _id));
    for (const { _id, month, accountId, points } of race) {
      const account = known.get(accountId);
      const score = account?.race.find((each) => each.month === month)?.points;
      // A stale account's points are still to be carried over, and months that are settled are no longer kept.
      if (running.has(month) && account?.raceStale === false && score !== undefined && score !== points) {
        wrong.push(`racer ${_id}: ${points} points, the account says ${score}`);
      }
    }
    const byMonth = grouped(race, ({ month }) => month);
    const paid = new Map(entries.filter(({ kind }) => kind === 'race').map((entry) => [`${entry.accountId} ${entry.source}`, entry]));
    const gone = new Set(leavings.map(({ _id }) => _id));
    for (const { _id, steps, winners, state } of races) {
      const counted = total(Object.values(steps), (count) => count);
      const racing = (byMonth.get(_id) ?? []).filter(({ points }) => points > 0).length;
      if (counted !== racing) wrong.push(`race ${_id}: its steps count ${counted}, ${racing} have points`);
      if (winners.some(({ place }, index) => place !== index + 1))
        wrong.push(`race ${_id}: places ${winners.map(({ place }) => place).join(', ')}`);
      for (const { accountId, memberId, place, prizePoints } of winners) {
        const prize = programme[0]?.racePrizes.find(({ upTo }) => place <= upTo)?.points;
        if (prize !== undefined && prize !== prizePoints) wrong.push(`race ${_id}: place ${place} wins ${prizePoints} instead of ${prize}`);
        const at = [...paid].find(([key, { source }]) => key === `${accountId} ${_id}` || source === `${_id}:${memberId}`)?.[0] ?? '';
        const entry = paid.get(at);
        paid.delete(at);
        const given = entry === undefined ? 0 : entry.availableDelta - entry.debtDelta;
        if (given === 0 ? state === 'settled' && !gone.has(memberId) : given !== prizePoints) {
          wrong.push(`race ${_id}: place ${place} was paid ${given} of ${prizePoints}`);
        }
      }
    }
    return { looked: race.length + races.length, wrong: [...wrong, ...[...paid.keys()].map((id) => `a prize of no race: ${id}`)] };
  },
  spoil: ({ races }) =>
    spoilFirst(
      races,
      ({ steps }) => Object.keys(steps).length > 0,
      ({ steps }) => ({ steps: { ...steps, 'one more': 1 } }),
    ),
};

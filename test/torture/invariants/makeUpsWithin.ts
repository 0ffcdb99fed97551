import { accountsOf } from './accountsOf';
import { grouped, spoilFirst, type Invariant } from './invariant';

const dayMs = 86_400_000;
const [perMonthMax, cardsMax, pricePoints, lastDays] = [3, 1, 50, 3];

/** Make-ups reach no further than they may, are paid for, and of no month are there more than allowed; milestones are met once. */
export const makeUpsWithin: Invariant = {
  name: 'make-ups: in reach, paid for, within the month’s limit; milestones once',
  check({ checkins, entries, familyInvites }) {
    const wrong: string[] = [];
    const accounts = accountsOf({ familyInvites });
    const paid = new Map(entries.filter(({ kind }) => kind === 'redemption').map((entry) => [entry.source, entry]));
    const made = checkins.filter(({ makeUp }) => makeUp !== undefined);
    for (const { _id, memberId, day, month, makeUp } of made) {
      const { on = '', pays = '', costPoints = 0 } = makeUp ?? {};
      const inReach = on > day && (on.slice(0, 7) === month || Date.parse(on) - Date.parse(day) <= lastDays * dayMs);
      if (!inReach) wrong.push(`make-up ${_id} was made on ${on}`);
      const entry = paid.get(`makeUp:${memberId}:${day}`);
      const theirs = entry !== undefined && accounts(memberId).has(entry.accountId);
      const cost = theirs ? -entry.availableDelta : 0;
      if (cost !== costPoints || costPoints !== (pays === 'points' ? pricePoints : 0))
        wrong.push(`make-up ${_id} cost ${cost} of ${costPoints}`);
    }
    for (const [which, own] of grouped(made, ({ memberId, month }) => `${memberId} ${month}`)) {
      const cards = own.filter(({ makeUp }) => makeUp?.pays === 'card').length;
      if (own.length > perMonthMax || cards > cardsMax) wrong.push(`${which}: ${own.length} make-ups, ${cards} of them by card`);
    }
    for (const [which, own] of grouped(checkins, ({ memberId, month }) => `${memberId} ${month}`)) {
      const reached = own.flatMap(({ milestone }) => (milestone === undefined ? [] : [milestone.days]));
      const due = [7, 15, 28].filter((days) => own.length >= days);
      if (reached.sort((a, b) => a - b).join() !== due.join()) wrong.push(`${which}: milestones ${reached.join()} of ${own.length} days`);
    }
    return { looked: made.length, wrong };
  },
  spoil: ({ checkins }) =>
    spoilFirst(
      checkins,
      ({ makeUp }) => makeUp !== undefined,
      ({ day }) => ({ makeUp: { pays: 'points' as const, costPoints: pricePoints, on: day } }),
    ),
};

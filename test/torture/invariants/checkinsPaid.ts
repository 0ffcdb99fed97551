import { grouped, spoilFirst, type Invariant } from './invariant';

/** Every check-in has its entry and every such entry its check-in; the streak that an account knows is that of its days. */
export const checkinsPaid: Invariant = {
  name: 'check-ins are paid once, and streaks are those of their days',
  check({ checkins, entries, members, accounts }) {
    const accountOf = new Map(members.map(({ memberId, accountId }) => [memberId, accountId]));
    const paid = new Map(entries.filter(({ kind }) => kind === 'checkin').map((entry) => [entry._id, entry]));
    const wrong: string[] = [];
    for (const { _id, memberId, points } of checkins) {
      const entry = paid.get(`${accountOf.get(memberId) ?? ''}:checkin:${_id}`);
      if (points > 0 && (entry === undefined || entry.availableDelta - entry.debtDelta !== points))
        wrong.push(`check-in ${_id} was not paid ${points}`);
    }
    if (paid.size > checkins.length) wrong.push(`${paid.size} check-ins were paid, there are ${checkins.length}`);
    const byMember = grouped(checkins, ({ memberId }) => memberId);
    for (const account of accounts) {
      const days = (byMember.get(account.memberId) ?? []).map(({ day }) => day).sort();
      const last = days.at(-1) ?? null;
      if (account.checkin.lastDay !== last)
        wrong.push(`account ${account._id}: last day ${account.checkin.lastDay ?? 'none'}, checked in ${last ?? 'never'}`);
      let streak = 0;
      for (let at = days.length - 1; at >= 0; at -= 1) {
        const [day, after] = [days[at] ?? '', days[at + 1]];
        if (after !== undefined && Date.parse(after) - Date.parse(day) !== 86_400_000) break;
        streak += 1;
      }
      if (account.checkin.streak !== streak)
        wrong.push(`account ${account._id}: streak ${account.checkin.streak}, ${streak} days in a row`);
    }
    return { looked: checkins.length, wrong };
  },
  spoil: ({ checkins }) =>
    spoilFirst(
      checkins,
      ({ points }) => points > 0,
      ({ points }) => ({ points: points + 1 }),
    ),
};

import type { CheckinRecord } from '@shared/checkin/types';
import type { Snapshot } from '../takeSnapshot';
import { accountsOf } from './accountsOf';
import { grouped, spoilFirst, type Invariant } from './invariant';

/** What a check-in or make-up says was paid: entry source and points, none where a voucher or chances were given. */
function paidBy({ _id, memberId, day, month, points, topUp, milestone }: CheckinRecord): readonly (readonly [string, number])[] {
  const all = [
    [_id, points],
    [`${memberId}:${topUp?.day ?? ''}.${day}`, topUp?.points ?? 0],
    [`${memberId}:${month}.${milestone?.days ?? ''}`, milestone?.points ?? 0],
  ] as const;
  return all.filter(([, amount]) => amount > 0);
}

/** Days in a row up to the last of them. */
function runOf(days: readonly string[]): number {
  const lastGap = days.findLastIndex((day, at) => at > 0 && Date.parse(day) - Date.parse(days[at - 1] ?? '') !== 86_400_000);
  return days.length - Math.max(0, lastGap);
}

function streaksWrong({ checkins, accounts }: Snapshot): readonly string[] {
  const byMember = grouped(checkins, ({ memberId }) => memberId);
  // Who is in another's account has their streak there.
  const kept = accounts.flatMap(({ memberId, checkin, movedTo, family }) => [
    ...(movedTo === null ? [{ memberId, checkin }] : []),
    ...(family?.members ?? []),
  ]);
  return kept.flatMap(({ memberId, checkin }) => {
    const days = (byMember.get(memberId) ?? []).map(({ day }) => day).sort();
    const last = days.at(-1) ?? null;
    const run = runOf(days);
    return [
      ...(checkin.lastDay === last ? [] : [`member ${memberId}: last day ${checkin.lastDay ?? 'none'}, checked in ${last ?? 'never'}`]),
      ...(checkin.streak === run ? [] : [`member ${memberId}: streak ${checkin.streak}, ${run} days in a row`]),
    ];
  });
}

/** Every check-in has its entries and every such entry its check-in; the streak that an account knows is that of its days. */
export const checkinsPaid: Invariant = {
  name: 'check-ins are paid once, and streaks are those of their days',
  check(snapshot) {
    const { checkins, entries } = snapshot;
    const accounts = accountsOf(snapshot);
    const paid = new Map(entries.filter(({ kind }) => kind === 'checkin').map((entry) => [entry.source, entry]));
    const wrong: string[] = [];
    let due = 0;
    for (const record of checkins) {
      for (const [source, points] of paidBy(record)) {
        due += 1;
        const entry = paid.get(source);
        const theirs = entry !== undefined && accounts(record.memberId).has(entry.accountId);
        if (!theirs || entry.availableDelta - entry.debtDelta !== points) wrong.push(`check-in ${source} was not paid ${points}`);
      }
    }
    if (paid.size > due) wrong.push(`${paid.size} entries of check-ins, ${due} are due`);
    return { looked: checkins.length, wrong: [...wrong, ...streaksWrong(snapshot)] };
  },
  spoil: ({ checkins }) =>
    spoilFirst(
      checkins,
      ({ points }) => points > 0,
      ({ points }) => ({ points: points + 1 }),
    ),
};

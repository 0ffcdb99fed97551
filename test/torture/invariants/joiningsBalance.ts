import type { Entry } from '@shared/ledger/types';
import { grouped, repeated, spoilFirst, total, type Invariant } from './invariant';

/** Points and chances that went over by joining left one account and came to one other, as much as left; nothing else went over. */
export const joiningsBalance: Invariant = {
  name: 'joinings: what went over appears once on both sides',
  check({ familyInvites, entries, chanceEntries, accounts }) {
    const codeOf = ({ source }: { readonly source: string }): string => source.slice(0, 16);
    const moved = grouped(
      entries.filter(({ kind }) => kind === 'transfer'),
      codeOf,
    );
    const chances = grouped(
      chanceEntries.filter(({ kind }) => kind === 'transfer'),
      codeOf,
    );
    const used = familyInvites.filter(({ usedBy }) => usedBy !== null);
    const wrong = [...repeated('an invitation of a person', used, ({ _id }) => _id)];
    for (const { _id, usedBy, accountId, holderId } of used) {
      const own = moved.get(_id) ?? [];
      const [out, into] = [own.filter((entry) => entry.accountId === usedBy), own.filter((entry) => entry.accountId === accountId)];
      const told = (what: string): string => `joining ${_id}: ${what}`;
      if (accountId !== holderId || usedBy === holderId) wrong.push(told(`${usedBy ?? ''} joined ${accountId} of ${holderId}`));
      if (own.length !== out.length + into.length) wrong.push(told('points went to somebody else'));
      for (const part of ['pendingDelta', 'balance'] as const) {
        if (sumOf(out, part) + sumOf(into, part) !== 0) wrong.push(told(`${part}: ${-sumOf(out, part)} left, ${sumOf(into, part)} came`));
      }
      if (sumOf(out, 'pendingDelta') > 0) wrong.push(told('pending points came out of nothing'));
      const lots = grouped(chances.get(_id) ?? [], ({ lot }) => lot);
      for (const [lot, sides] of lots) {
        const fair = sides.length === 2 && total(sides, ({ delta }) => delta) === 0 && sides.some((side) => side.accountId === accountId);
        if (!fair) wrong.push(told(`chances ${lot}: ${sides.map((side) => `${side.accountId} ${side.delta}`).join(', ')}`));
      }
    }
    const known = new Set(used.map(({ _id }) => _id));
    wrong.push(...[...moved.keys(), ...chances.keys()].filter((code) => !known.has(code)).map((code) => `moved by no joining: ${code}`));
    for (const { _id, movedTo, seq } of accounts) {
      const last = entries.filter(
        (entry) => entry.accountId === _id && entry.kind === 'transfer' && moved.get(codeOf(entry)) !== undefined,
      );
      const at = last.reduce((most, entry) => Math.max(most, entry.seq), 0);
      if (movedTo !== null && at > 0 && at !== seq) wrong.push(`account ${_id} was posted to after its owner joined ${movedTo}`);
    }
    return { looked: used.length + moved.size + chances.size, wrong };
  },
  spoil: ({ entries }) =>
    spoilFirst(
      entries,
      ({ kind, availableDelta }) => kind === 'transfer' && availableDelta > 0,
      ({ availableDelta }) => ({ availableDelta: availableDelta + 1 }),
    ),
};

function sumOf(entries: readonly Entry[], part: 'pendingDelta' | 'balance'): number {
  return total(entries, ({ pendingDelta, availableDelta, debtDelta }) =>
    part === 'pendingDelta' ? pendingDelta : availableDelta + pendingDelta - debtDelta,
  );
}

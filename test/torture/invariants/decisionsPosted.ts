import { spoilFirst, type Invariant } from './invariant';

/** An approved adjustment is posted once, a rejected or open one never, and nobody decided their own. */
export const decisionsPosted: Invariant = {
  name: 'adjustments are posted as decided',
  check({ proposals, entries }) {
    const posted = new Map(entries.filter(({ kind }) => kind === 'adjustment').map((entry) => [entry.source, entry]));
    const wrong = proposals.flatMap(({ _id, content, state, decision, proposedBy }) => {
      const entry = posted.get(_id);
      const points = entry === undefined ? 0 : entry.availableDelta - entry.debtDelta;
      const wanted = state === 'approved' && content.kind === 'adjustment' ? content.points : 0;
      return [
        ...(points === wanted ? [] : [`proposal ${_id} is ${state} and posted ${points}`]),
        ...(decision?.by === proposedBy ? [`proposal ${_id} was decided by the one who made it`] : []),
      ];
    });
    return { looked: proposals.length, wrong };
  },
  spoil: ({ proposals }) =>
    spoilFirst(
      proposals,
      ({ state }) => state === 'approved',
      () => ({ state: 'rejected' as const }),
    ),
};

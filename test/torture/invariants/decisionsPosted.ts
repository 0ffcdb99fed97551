import { spoilFirst, type Invariant } from './invariant';

/** What was approved is done once, what was rejected or is open never, and nobody decided their own. */
export const decisionsPosted: Invariant = {
  name: 'proposals are carried out as decided',
  check({ proposals, entries, planOrders }) {
    const posted = new Map(entries.filter(({ kind }) => kind === 'adjustment').map((entry) => [entry.source, entry]));
    const ended = new Map(planOrders.flatMap(({ _id, refund }) => (refund === null ? [] : [[refund.by, _id] as const])));
    const wrong = proposals.flatMap(({ _id, content, state, decision, proposedBy }) => {
      const entry = posted.get(_id);
      const points = entry === undefined ? 0 : entry.availableDelta - entry.debtDelta;
      const wanted = state === 'approved' && content.kind === 'adjustment' ? content.points : 0;
      return [
        ...(points === wanted ? [] : [`proposal ${_id} is ${state} and posted ${points}`]),
        ...(ended.has(_id) && (content.kind !== 'planRefund' || state !== 'approved' || content.orderId !== ended.get(_id))
          ? [`proposal ${_id} is ${state} and ended order ${ended.get(_id) ?? ''}`]
          : []),
        ...(decision?.by === proposedBy ? [`proposal ${_id} was decided by the one who made it`] : []),
      ];
    });
    return { looked: proposals.length, wrong };
  },
  spoil: ({ proposals }) =>
    spoilFirst(
      proposals,
      ({ state, content }) => state === 'approved' && content.kind === 'adjustment',
      () => ({ state: 'rejected' as const }),
    ),
};

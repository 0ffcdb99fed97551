import { createHash } from 'node:crypto';
import { grouped, spoilFirst, type Invariant } from './invariant';

/** Instances know pools for half a minute, and a draw may be under way for twenty seconds; the shop's time runs faster. */
const knownMs = 20 * 60_000;

/** Revisions are numbered and only better, nobody draws from a pool that is over, and closing counts every draw. */
export const poolsKept: Invariant = {
  name: 'pools: revisions only better, nothing drawn after the end, closing counts all',
  check({ pools, poolRevisions, draws }) {
    const [revisions, drawn] = [grouped(poolRevisions, ({ poolId }) => poolId), grouped(draws, ({ poolId }) => poolId)];
    const wrong = pools.flatMap(({ _id, revision, stop, closing, secret, secretHash, content }) => {
      const own = [...(revisions.get(_id) ?? [])].sort((a, b) => a.revision - b.revision);
      const said: string[] = [];
      if (own.length !== revision || own.some((each, index) => each.revision !== index + 1))
        said.push(`${own.length} revisions of ${revision}`);
      own.forEach((each, index) => {
        const before = own[index - 1]?.content;
        if (before === undefined) return;
        const worse =
          each.content.endsAt < before.endsAt || each.content.prizes.some(({ stock }, n) => (stock ?? 0) < (before.prizes[n]?.stock ?? 0));
        if (worse) said.push(`revision ${each.revision} is worse than the one before`);
      });
      const late = (drawn.get(_id) ?? []).filter(({ at }) => at >= content.endsAt || (stop !== null && at > stop.at + knownMs));
      if (late.length > 0) said.push(`${late.length} draws after its end`);
      if (closing !== null && closing.draws !== (drawn.get(_id) ?? []).length) said.push(`closed with ${closing.draws} draws`);
      if (secret !== null && createHash('sha256').update(secret).digest('hex') !== secretHash)
        said.push('its secret is not the one it promised');
      if ((secret === null) !== (closing === null)) said.push('its secret is told before its end');
      return said.map((what) => `pool ${_id}: ${what}`);
    });
    return { looked: pools.length + poolRevisions.length, wrong };
  },
  spoil: ({ pools }) =>
    spoilFirst(
      pools,
      () => true,
      ({ revision }) => ({ revision: revision + 1 }),
    ),
};

import { grouped, repeated, spoilFirst, total, type Invariant } from './invariant';

/** Chances moved = chances left, numbered without gaps; draws are counted without gaps; a unit was won once, and no more than laid out. */
export const drawsAddUp: Invariant = {
  name: 'chances and draws add up, units given ≤ stock',
  check({ accounts, chanceEntries, draws, units, pools, vouchers }) {
    const wrong: string[] = [];
    const given = grouped(chanceEntries, ({ accountId }) => accountId);
    const spent = grouped(draws, ({ accountId }) => accountId);
    const byMember = grouped(draws, ({ memberId }) => memberId);
    for (const { _id, chances, chanceSeq, drawers } of accounts) {
      const [moves, own] = [given.get(_id) ?? [], spent.get(_id) ?? []];
      const numbers = [...moves.map(({ seq }) => seq), ...own.map((draw) => draw.chanceSeq)].sort((a, b) => a - b);
      if (numbers.length !== chanceSeq || numbers.some((number, index) => number !== index + 1)) {
        wrong.push(`account ${_id}: ${numbers.length} moves of chances, numbered up to ${chanceSeq}`);
      }
      const lots = new Set([...moves.map(({ lot }) => lot), ...own.map(({ lot }) => lot), ...chances.map(({ id }) => id)]);
      for (const lot of lots) {
        const moved =
          total(
            moves.filter((move) => move.lot === lot),
            ({ delta }) => delta,
          ) - own.filter((draw) => draw.lot === lot).length;
        const left = total(
          chances.filter(({ id }) => id === lot),
          (chance) => chance.left,
        );
        if (moved !== left) wrong.push(`account ${_id}: chances ${lot} are ${left}, ${moved} by their moves`);
      }
      for (const { memberId, poolId, counter } of drawers) {
        // Whatever account they were in then.
        const counters = (byMember.get(memberId) ?? []).filter((draw) => draw.poolId === poolId).map((draw) => draw.counter);
        counters.sort((a, b) => a - b);
        if (counters.length !== counter || counters.some((each, index) => each !== index)) {
          wrong.push(`account ${_id}: ${counters.length} draws from ${poolId}, counted ${counter}`);
        }
      }
    }
    const won = draws.filter(({ unit }) => unit !== null);
    wrong.push(...repeated('a unit won', won, ({ unit }) => unit ?? ''));
    for (const { _id, content } of pools) {
      for (const { id, stock } of content.prizes) {
        const reserve = content.guarantee?.prizeId === id ? content.guarantee.reserve : 0;
        const times = draws.filter(({ poolId, given: prize }) => poolId === _id && prize === id).length;
        if (stock !== null && times > stock + reserve)
          wrong.push(`pool ${_id}: prize ${id} was given ${times} times of ${stock + reserve}`);
      }
    }
    const held = new Set([
      ...units.filter(({ prize }) => prize !== undefined).map(({ _id }) => _id),
      ...vouchers.filter(({ source }) => source?.startsWith('draw:') === true).map(({ _id }) => _id),
    ]);
    wrong.push(
      ...won.filter(({ unit }) => !held.has(unit ?? '')).map(({ _id, unit }) => `draw ${_id} won ${unit ?? ''}, which is not held`),
    );
    return { looked: draws.length + chanceEntries.length, wrong };
  },
  spoil: ({ draws }) => {
    const won = draws.find(({ unit }) => unit !== null);
    return (
      won !== undefined &&
      spoilFirst(
        draws,
        ({ unit }) => unit === null,
        () => ({ unit: won.unit }),
      )
    );
  },
};

import type { Draw } from '@shared/game/drawTypes';
import type { Prize } from '@shared/game/poolTypes';
import type { Snapshot } from '../takeSnapshot';
import { grouped, spoilFirst, total, type Invariant } from './invariant';

/** What was given for a draw, by what names it: points, chances, vouchers, packs, goods. */
function givenBy({ entries, chanceEntries, vouchers, packs, units }: Snapshot): (draw: Draw) => string {
  const prizes = <Entry extends { readonly kind: string; readonly source: string }>(all: readonly Entry[]) =>
    grouped(
      all.filter(({ kind }) => kind === 'prize'),
      ({ source }) => source,
    );
  const [points, chances] = [prizes(entries), prizes(chanceEntries)];
  const bySource = grouped(
    vouchers.filter(({ source }) => source?.startsWith('draw:') === true),
    ({ source }) => source ?? '',
  );
  const packIds = new Set(packs.map(({ _id }) => _id));
  const goods = grouped(
    units.filter(({ pickupCode, prize }) => pickupCode !== undefined && prize !== undefined),
    ({ prize }) => `${prize?.drawer ?? ''}#${prize?.counter ?? ''}`,
  );
  return ({ _id, packId, drawer, counter }) =>
    JSON.stringify([
      total(points.get(_id) ?? [], ({ availableDelta, debtDelta }) => availableDelta - debtDelta),
      (chances.get(_id) ?? []).length,
      (bySource.get(`draw:${_id}`) ?? []).length,
      packId !== null && packIds.has(packId) ? 1 : 0,
      (goods.get(`${drawer}#${counter}`) ?? []).length,
    ]);
}

function dueFor({ award }: Prize): string {
  const one = (kind: Prize['award']['kind']): number => (award.kind === kind ? 1 : 0);
  return JSON.stringify([award.kind === 'points' ? award.points : 0, one('chance'), one('voucher'), one('pack'), one('goods')]);
}

/** Every draw that is recorded gave its prize and nothing else, and no prize came without a draw. */
export const prizesGiven: Invariant = {
  name: 'every draw gave its prize, and only that',
  check(snapshot) {
    const { draws, pools, entries, vouchers } = snapshot;
    const prizes = new Map(pools.flatMap(({ _id, content }) => content.prizes.map((prize) => [`${_id}.${prize.id}`, prize] as const)));
    const given = givenBy(snapshot);
    const wrong = draws.flatMap((draw) => {
      const prize = prizes.get(`${draw.poolId}.${draw.given}`);
      if (prize === undefined) return [`draw ${draw._id} gave ${draw.given}, which its pool does not have`];
      const [due, got] = [dueFor(prize), given(draw)];
      return due === got ? [] : [`draw ${draw._id} gave ${got}, due is ${due}`];
    });
    const ids = new Set(draws.map(({ _id }) => _id));
    const games = /^(quiz|riddle|jigsaw):/;
    const strayPoints = entries.filter(({ kind, source }) => kind === 'prize' && !games.test(source) && !ids.has(source));
    const strayVouchers = vouchers.filter(({ source }) => source?.startsWith('draw:') === true && !ids.has(source.slice(5)));
    wrong.push(...[...strayPoints, ...strayVouchers].map(({ _id }) => `${_id} is a prize without a draw`));
    return { looked: draws.length, wrong };
  },
  spoil: ({ entries }) =>
    spoilFirst(
      entries,
      ({ kind, source }) => kind === 'prize' && !/^(quiz|riddle|jigsaw):/.test(source),
      ({ availableDelta }) => ({ availableDelta: availableDelta + 1 }),
    ),
};

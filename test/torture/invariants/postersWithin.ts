import { grouped, spoilFirst, total, type Invariant } from './invariant';

/** A poster serves no more people a day than it may, each once, and every scan gave what it says. */
export const postersWithin: Invariant = {
  name: 'posters stay within their day',
  check({ storeCodes, storeCodeScans, storeCodeSlices }) {
    const wrong: string[] = [];
    const scans = grouped(storeCodeScans, ({ _id, day }) => `${_id.slice(0, 16)}:${day}`);
    const used = grouped(storeCodeSlices, ({ _id }) => _id.split(':').slice(0, 2).join(':'));
    for (const [place, own] of scans) {
      const most = storeCodes.find(({ _id }) => place.startsWith(_id))?.perDayMax ?? 0;
      if (own.length > most) wrong.push(`poster ${place}: ${own.length} scans of ${most}`);
      const counted = total(used.get(place) ?? [], (slice) => slice.used);
      if (counted !== own.length) wrong.push(`poster ${place}: ${own.length} scans, ${counted} counted`);
    }
    return { looked: storeCodeScans.length, wrong };
  },
  spoil: ({ storeCodeSlices }) =>
    spoilFirst(
      storeCodeSlices,
      ({ used }) => used > 0,
      ({ used }) => ({ used: used + 1 }),
    ),
};

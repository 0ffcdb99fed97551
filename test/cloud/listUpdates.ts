import type { UpdateCase } from './fieldUpdates';

/** What update operators do to lists, each from MongoDB's manual, "Array Update Operators". */
export const listUpdates: readonly UpdateCase[] = [
  { name: 'push adds at the end', before: { l: [1] }, update: (_) => ({ l: _.push([2, 3]) }), after: { l: [1, 2, 3] } },
  { name: 'push makes an absent list', before: {}, update: (_) => ({ l: _.push(['x']) }), after: { l: ['x'] } },
  {
    name: 'push at a position',
    before: { l: [1, 2] },
    update: (_) => ({ l: _.push({ each: [8, 9], position: 1 }) }),
    after: { l: [1, 8, 9, 2] },
  },
  {
    name: 'push at a position from the end',
    before: { l: [1, 2, 3] },
    update: (_) => ({ l: _.push({ each: [9], position: -1 }) }),
    after: { l: [1, 2, 9, 3] },
  },
  {
    name: 'push with sort and slice keeps the best',
    before: { l: [{ s: 5 }, { s: 3 }] },
    update: (_) => ({ l: _.push({ each: [{ s: 9 }, { s: 1 }], sort: { s: -1 }, slice: 3 }) }),
    after: { l: [{ s: 9 }, { s: 5 }, { s: 3 }] },
  },
  {
    name: 'push with a slice from the end keeps the last',
    before: { l: [1, 2] },
    update: (_) => ({ l: _.push({ each: [3, 4], slice: -3 }) }),
    after: { l: [2, 3, 4] },
  },
  {
    name: 'push with sort on whole values',
    before: { l: [3, 1] },
    update: (_) => ({ l: _.push({ each: [2], sort: 1 }) }),
    after: { l: [1, 2, 3] },
  },
  { name: 'unshift adds at the front', before: { l: [1] }, update: (_) => ({ l: _.unshift([8, 9]) }), after: { l: [8, 9, 1] } },
  {
    name: 'pop and shift take the last and the first',
    before: { a: [1, 2, 3], b: [1, 2, 3] },
    update: (_) => ({ a: _.pop(), b: _.shift() }),
    after: { a: [1, 2], b: [2, 3] },
  },
  { name: 'pop of an empty list leaves it', before: { a: [] }, update: (_) => ({ a: _.pop(), b: 1 }), after: { a: [], b: 1 } },
  {
    name: 'addToSet adds what is not there',
    before: { l: [1, { a: 1 }] },
    update: (_) => ({ l: _.addToSet({ a: 1 }), m: _.addToSet(4) }),
    after: { l: [1, { a: 1 }], m: [4] },
  },
  { name: 'addToSet with each', before: { l: [1, 2] }, update: (_) => ({ l: _.addToSet({ $each: [2, 3, 3] }) }), after: { l: [1, 2, 3] } },
  {
    name: 'addToSet tells objects by the order of their keys',
    before: { l: [{ a: 1, b: 2 }] },
    update: (_) => ({ l: _.addToSet({ b: 2, a: 1 }) }),
    after: {
      l: [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
    },
  },
  { name: 'pull takes equal items away', before: { l: [1, 2, 1] }, update: (_) => ({ l: _.pull(1) }), after: { l: [2] } },
  { name: 'pull by a condition on items', before: { l: [1, 5, 9] }, update: (_) => ({ l: _.pull(_.gte(5)) }), after: { l: [1] } },
  {
    name: 'pull by conditions on fields of items',
    before: {
      l: [
        { a: 1, b: 1 },
        { a: 1, b: 2 },
      ],
    },
    update: (_) => ({ l: _.pull({ a: 1, b: _.gt(1) }) }),
    after: { l: [{ a: 1, b: 1 }] },
  },
  { name: 'pullAll takes several values away', before: { l: [1, 2, 3, 2] }, update: (_) => ({ l: _.pullAll([2, 3]) }), after: { l: [1] } },
  {
    name: 'several operators in one update',
    before: { n: 1, l: [1], g: 1 },
    update: (_) => ({ n: _.inc(1), l: _.push([2]), g: _.remove(), s: 'x' }),
    after: { n: 2, l: [1, 2], s: 'x' },
  },
  { name: 'server date in an update', before: {}, update: (_, db) => ({ at: db.serverDate() }), after: { at: expect.any(Date) } },
  {
    name: 'a dotted number is a key where the holder is an object',
    before: { a: {} },
    update: () => ({ 'a.0': 'x' }),
    after: { a: { 0: 'x' } },
  },
];

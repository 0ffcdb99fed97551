import type { Sdk } from './recordSdk';

/** One update: the document before, the update in the SDK's commands, the document after. */
export interface UpdateCase {
  readonly name: string;
  readonly before: Readonly<Record<string, unknown>>;
  readonly update: (command: Sdk, db: Sdk) => Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

/** What update operators do to fields, each from MongoDB's manual, "Update Operators", written with the SDK's commands. */
export const fieldUpdates: readonly UpdateCase[] = [
  {
    name: 'set puts a whole object where a plain value would be merged',
    before: { a: { x: 1, y: 2 } },
    update: (_) => ({ a: _.set({ z: 3 }) }),
    after: { a: { z: 3 } },
  },
  {
    name: 'a nested object is merged by path',
    before: { a: { x: 1, y: 2 } },
    update: () => ({ a: { x: 9 } }),
    after: { a: { x: 9, y: 2 } },
  },
  { name: 'a path makes the objects on its way', before: {}, update: () => ({ 'a.b.c': 1 }), after: { a: { b: { c: 1 } } } },
  { name: 'a path into a list sets an item', before: { l: [1, 2, 3] }, update: () => ({ 'l.1': 9 }), after: { l: [1, 9, 3] } },
  { name: 'a path beyond a list pads with null', before: { l: [1] }, update: () => ({ 'l.3': 9 }), after: { l: [1, null, null, 9] } },
  {
    name: 'a path into an item of a list',
    before: { l: [{ a: 1 }, { a: 2 }] },
    update: () => ({ 'l.1.a': 9 }),
    after: { l: [{ a: 1 }, { a: 9 }] },
  },
  { name: 'null replaces an object', before: { a: { b: 1 } }, update: () => ({ a: null }), after: { a: null } },
  { name: 'remove takes a field away', before: { a: 1, b: 2 }, update: (_) => ({ a: _.remove() }), after: { b: 2 } },
  {
    name: 'remove takes a nested field away',
    before: { a: { b: 1, c: 2 } },
    update: (_) => ({ 'a.b': _.remove() }),
    after: { a: { c: 2 } },
  },
  { name: 'remove in a list leaves null', before: { l: [1, 2, 3] }, update: (_) => ({ 'l.1': _.remove() }), after: { l: [1, null, 3] } },
  { name: 'remove of what is absent does nothing', before: { a: 1 }, update: (_) => ({ 'x.y': _.remove(), a: 2 }), after: { a: 2 } },
  { name: 'inc adds', before: { n: 5 }, update: (_) => ({ n: _.inc(-7) }), after: { n: -2 } },
  { name: 'inc makes an absent field', before: {}, update: (_) => ({ 'a.n': _.inc(3) }), after: { a: { n: 3 } } },
  { name: 'inc keeps fractions', before: { n: 1 }, update: (_) => ({ n: _.inc(0.5) }), after: { n: 1.5 } },
  {
    name: 'mul multiplies, an absent field counts as 0',
    before: { n: 4 },
    update: (_) => ({ n: _.mul(2.5), m: _.mul(3) }),
    after: { n: 10, m: 0 },
  },
  {
    name: 'min keeps the smaller',
    before: { a: 5, b: 5 },
    update: (_) => ({ a: _.min(3), b: _.min(9), c: _.min(1) }),
    after: { a: 3, b: 5, c: 1 },
  },
  {
    name: "max keeps the greater, by MongoDB's order of types",
    before: { a: 5, b: 5 },
    update: (_) => ({ a: _.max('x'), b: _.max(null) }),
    after: { a: 'x', b: 5 },
  },
  { name: 'min and max compare dates', before: { a: new Date(5) }, update: (_) => ({ a: _.max(new Date(9)) }), after: { a: new Date(9) } },
  { name: 'rename moves a value', before: { a: 1, b: { c: 2 } }, update: (_) => ({ a: _.rename('b.d') }), after: { b: { c: 2, d: 1 } } },
  { name: 'rename of what is absent does nothing', before: { b: 1 }, update: (_) => ({ a: _.rename('c') }), after: { b: 1 } },
  {
    name: 'bit works on whole numbers',
    before: { a: 13, b: 3, c: 1 },
    update: (_) => ({ a: _.bit({ and: 10 }), b: _.bit({ or: 5 }), c: _.bit({ xor: 5 }) }),
    after: { a: 8, b: 7, c: 4 },
  },
];

import type { Sdk } from './recordSdk';

/** One update MongoDB refuses, with a part of its sentence. */
export interface RefusedUpdate {
  readonly name: string;
  readonly before: Readonly<Record<string, unknown>>;
  readonly update: (command: Sdk) => Readonly<Record<string, unknown>>;
  readonly sentence: string;
}

/** Each is silent in the matcher's own updater and an error in MongoDB. */
export const refusedUpdates: readonly RefusedUpdate[] = [
  {
    name: 'inc of text',
    before: { n: 'x' },
    update: (_) => ({ n: _.inc(1) }),
    sentence: 'Cannot apply $inc to a value of non-numeric type',
  },
  {
    name: 'inc of null',
    before: { n: null },
    update: (_) => ({ n: _.inc(1) }),
    sentence: 'Cannot apply $inc to a value of non-numeric type',
  },
  { name: 'inc by text', before: { n: 1 }, update: (_) => ({ n: _.inc('1') }), sentence: 'Cannot increment with non-numeric argument' },
  {
    name: 'mul of a list',
    before: { n: [1] },
    update: (_) => ({ n: _.mul(2) }),
    sentence: 'Cannot apply $mul to a value of non-numeric type',
  },
  {
    name: 'push to what is no list',
    before: { l: 5 },
    update: (_) => ({ l: _.push([1]) }),
    sentence: "The field 'l' must be an array but is of type int",
  },
  {
    name: 'push to null',
    before: { l: null },
    update: (_) => ({ l: _.push([1]) }),
    sentence: "The field 'l' must be an array but is of type null",
  },
  {
    name: 'addToSet to what is no list',
    before: { l: 'x' },
    update: (_) => ({ l: _.addToSet(1) }),
    sentence: 'Cannot apply $addToSet to non-array field',
  },
  {
    name: 'pop of what is no list',
    before: { l: { a: 1 } },
    update: (_) => ({ l: _.pop() }),
    sentence: "contains an element of non-array type 'object'",
  },
  {
    name: 'pull from what is no list',
    before: { l: 1 },
    update: (_) => ({ l: _.pull(1) }),
    sentence: 'Cannot apply $pull to a non-array value',
  },
  {
    name: 'bit of a fraction',
    before: { n: 1.5 },
    update: (_) => ({ n: _.bit({ and: 1 }) }),
    sentence: 'Cannot apply $bit to a value of non-integral type',
  },
  {
    name: 'a path through null',
    before: { a: null },
    update: () => ({ 'a.b': 1 }),
    sentence: "Cannot create field 'b' in element {a: null}",
  },
  {
    name: 'a path through a number',
    before: { a: { b: 1 } },
    update: () => ({ 'a.b.c': 1 }),
    sentence: "Cannot create field 'c' in element {b: 1}",
  },
  {
    name: 'a name where a list needs a number',
    before: { l: [1] },
    update: () => ({ 'l.x': 1 }),
    sentence: "Cannot create field 'x' in element {l: [1]}",
  },
  { name: 'two operators on one path', before: {}, update: (_) => ({ a: _.inc(1), 'a.b': 1 }), sentence: 'would create a conflict at' },
  {
    name: 'rename into a list',
    before: { a: 1, l: [1] },
    update: (_) => ({ a: _.rename('l.0') }),
    sentence: 'The destination field cannot be an array element',
  },
  { name: 'a path with an empty name', before: {}, update: () => ({ 'a..b': 1 }), sentence: 'contains an empty field name' },
];

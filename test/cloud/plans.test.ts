import { openEngine, type Engine } from '@localcloud/engine/openEngine';
import type { FoundDocument } from '@localcloud/engine/findDocuments';
import { sortDocuments } from '@localcloud/engine/sortDocuments';
import { Decimal128 } from 'bson';
import fc from 'fast-check';
import { rmSync } from 'node:fs';
import { freshFolder } from './openScriptCloud';
import { provedCount } from './probe';

const indexes = [
  { name: 'a', keys: { a: 1 } },
  { name: 'ab', keys: { a: 1, b: -1 } },
  { name: 'bac', keys: { b: 1, a: -1, c: 1 } },
  { name: 'in', keys: { 'in.x': -1 } },
] as const;

const scalar = fc.oneof(
  fc.integer({ min: -2, max: 3 }),
  // Neighbours that floating numbers cannot tell apart.
  fc.constantFrom(2 ** 53, 2n ** 53n + 1n, 2n ** 53n + 2n, Decimal128.fromString('9007199254740992.5')),
  fc.constantFrom('', 'a', 'b', 'bc'),
  fc.constant(null),
  fc.boolean(),
  fc.constant(new Date(5)),
);
const field = fc.oneof({ weight: 4, arbitrary: scalar }, { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) });
// Only one field of an index may hold a list, as in MongoDB.
const inside = fc.oneof(scalar, fc.record({ x: scalar }, { requiredKeys: [] }), fc.array(fc.record({ x: scalar }), { maxLength: 2 }));
const anyDocument = fc.record({ a: field, b: scalar, c: scalar, in: inside }, { requiredKeys: [] });
const bound = fc.oneof(scalar, fc.constantFrom(1.5, 'ab'));
const condition = fc.oneof(
  scalar,
  fc.record({ $gt: bound }),
  fc.record({ $gte: bound, $lt: bound }),
  fc.record({ $lte: bound }),
  fc.record({ $in: fc.array(scalar, { maxLength: 4 }) }),
  fc.record({ $ne: scalar }),
  fc.record({ $exists: fc.boolean() }),
);
const filter = fc.record({ a: condition, b: condition, c: condition, 'in.x': condition }, { requiredKeys: [] });
const direction = fc.constantFrom(1 as const, -1 as const);
const sort = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'in.x', '_id'), direction), {
  selector: ([path]) => path,
  maxLength: 3,
});

const runsCount = provedCount(120, 2000);

describe('plans', () => {
  let engine: Engine;
  const folder = freshFolder();
  beforeAll(async () => {
    const collections = [
      { name: 'plain', indexes: [] },
      { name: 'indexed', indexes },
    ];
    engine = await openEngine({ folder, collections, mode: 'eager', databaseName: 'test' });
  });
  afterAll(async () => {
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it(
    'give by any index what reading everything gives, in the same order, also after changes',
    async () => {
      const documents = fc.array(anyDocument, { minLength: 1, maxLength: 25 });
      const cuts = fc.record({
        skip: fc.integer({ min: 0, max: 3 }),
        limit: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
      });
      await fc.assert(
        fc.asyncProperty(documents, filter, sort, cuts, async (list, wanted, order, { skip, limit }) => {
          const whole = list.map((document, at) => ({ _id: `d${(at * 7) % 25}-${at}`, ...document }));
          for (const name of ['plain', 'indexed']) {
            await engine.remove(name, {}, true);
            await engine.insert(name, whole);
            await engine.update(name, {
              filter: { a: { $in: [1, null] } },
              update: { $set: { b: 2, moved: true } },
              multi: true,
              nowMs: 0,
            });
            await engine.remove(name, { c: 3 }, true);
          }
          const request = { filter: wanted, sort: order, skip, ...(limit === undefined ? {} : { limit }) };
          const [plain, indexed] = await Promise.all([engine.find('plain', request), engine.find('indexed', request)]);
          const ids = (found: readonly FoundDocument[]): unknown[] => found.map(({ document }) => document['_id']);
          // Documents that the order does not tell apart may come in either sequence.
          expect(ids(sortDocuments(indexed, order, (item) => item.document))).toEqual(ids(indexed));
          if (order.length === 0) expect(ids(indexed)).toEqual(ids(plain));
          else if (limit === undefined && skip === 0) expect(ids(indexed).sort()).toEqual(ids(plain).sort());
          else expect(indexed).toHaveLength(plain.length);
          expect(await engine.count('indexed', wanted)).toBe(await engine.count('plain', wanted));
        }),
        { numRuns: runsCount },
      );
    },
    60_000 + runsCount * 300,
  );
});

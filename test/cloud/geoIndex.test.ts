import type { FoundDocument } from '@localcloud/engine/findDocuments';
import { nearestIn } from '@localcloud/engine/geo/nearestIn';
import { nearOf } from '@localcloud/engine/geo/nearOf';
import { openEngine, type Engine } from '@localcloud/engine/openEngine';
import { explainQuery } from '@localcloud/engine/explainQuery';
import fc from 'fast-check';
import { rmSync } from 'node:fs';
import { freshFolder } from './openScriptCloud';
import { provedCount } from './probe';

type Pair = readonly [longitude: number, latitude: number];

const radians = Math.PI / 180;

/** The place so far (radians) from another in a direction (radians). */
function walked([east, north]: Pair, way: number, direction: number): Pair {
  const sine = Math.sin(north * radians) * Math.cos(way) + Math.cos(north * radians) * Math.sin(way) * Math.cos(direction);
  const turn = Math.atan2(
    Math.sin(direction) * Math.sin(way) * Math.cos(north * radians),
    Math.cos(way) - Math.sin(north * radians) * Math.sin(Math.max(-1, Math.min(1, Math.asin(Math.max(-1, Math.min(1, sine)))))),
  );
  const longitude = east + turn / radians;
  return [((longitude + 540) % 360) - 180, Math.asin(Math.max(-1, Math.min(1, sine))) / radians];
}

/** Poles, the date line, corners and borders of cells, and anywhere. */
const middle: fc.Arbitrary<Pair> = fc.oneof(
  fc.constantFrom<Pair>([0, 90], [33, -90], [180, 0], [-180, 51.3], [45, 0], [45, 35.26438968], [0, 0], [90, 45], [120.14, 30.24]),
  fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true })),
);
/** Ways of every size, from a metre to a continent. */
const size = fc.double({ min: -15, max: -0.5, noNaN: true }).map((power) => Math.exp(power));
const turn = fc.double({ min: 0, max: 2 * Math.PI, noNaN: true });
const place = fc.tuple(middle, size, turn).map(([from, way, direction]) => walked(from, way, direction));
const surface = fc
  .tuple(
    place,
    size,
    fc.integer({ min: 3, max: 7 }),
    fc.array(fc.double({ min: 0.3, max: 1, noNaN: true }), { minLength: 7, maxLength: 7 }),
  )
  .map(([centre, radius, corners, shares]) => {
    const ring = Array.from({ length: corners }, (_, at) => walked(centre, radius * (shares[at] ?? 1), (2 * Math.PI * at) / corners));
    return { type: 'Polygon', coordinates: [[...ring, ring[0]]] };
  });
const line = fc.tuple(place, size, turn, size, turn).map(([from, ...[way, direction, further, onward]]) => {
  const next = walked(from, way, direction);
  return { type: 'LineString', coordinates: [from, next, walked(next, further, onward)] };
});
const point = place.map((coordinates) => ({ type: 'Point', coordinates }));
const points = fc.array(place, { minLength: 1, maxLength: 4 }).map((coordinates) => ({ type: 'MultiPoint', coordinates }));
const value = fc.oneof(
  { weight: 4, arbitrary: point },
  { weight: 2, arbitrary: place },
  { weight: 2, arbitrary: surface },
  line,
  points,
  fc.array(fc.oneof(point, surface), { maxLength: 3 }),
  fc.constant(undefined),
);
const kind = fc.constantFrom('a', 'b');
const condition = fc.oneof(
  surface.map(($geometry) => ({ $geoWithin: { $geometry } })),
  fc.tuple(place, size).map((sphere) => ({ $geoWithin: { $centerSphere: sphere } })),
  fc.oneof(surface, line, point).map(($geometry) => ({ $geoIntersects: { $geometry } })),
);
const near = fc.record(
  {
    $geometry: point,
    $maxDistance: size.map((way) => way * 6_378_100),
    $minDistance: size.map((way) => (way * 6_378_100) / 50),
  },
  { requiredKeys: ['$geometry'] },
);

const runsCount = provedCount(6, 150);
/** Each run fills three collections. */
const timeOutMs = 60_000 + runsCount * 4000;

const indexed = [
  { name: 'place', indexes: [{ name: 'at', keys: { at: '2dsphere' } }] },
  {
    name: 'kindPlace',
    indexes: [
      { name: 'kindAt', keys: { kind: 1, at: '2dsphere' } },
      { name: 'atKind', keys: { at: '2dsphere', kind: -1 } },
    ],
  },
] as const;

describe('a geo index', () => {
  let engine: Engine;
  const folder = freshFolder();
  beforeAll(async () => {
    const collections = [{ name: 'plain', indexes: [] }, ...indexed];
    engine = await openEngine({ folder, collections, mode: 'eager', databaseName: 'test' });
  });
  afterAll(async () => {
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const fill = async (documents: readonly { readonly at?: unknown; readonly kind: string }[]): Promise<void> => {
    const whole = documents.map((document, at) => ({ _id: `d${at}`, ...document }));
    for (const name of ['plain', 'place', 'kindPlace']) {
      await engine.remove(name, {}, true);
      await engine.insert(name, whole);
      await engine.update(name, { filter: { _id: 'd1' }, update: { $set: { at: [0, 0] } }, multi: false, nowMs: 0 });
      await engine.remove(name, { _id: 'd2' }, false);
    }
  };
  const ids = (found: readonly FoundDocument[]): unknown[] => found.map(({ document }) => document['_id']);
  const documents = fc.array(fc.record({ at: value, kind }), { minLength: 1, maxLength: 20 });

  it(
    'finds what lies in a shape or meets one as reading everything does, anywhere on the ball',
    async () => {
      await fc.assert(
        fc.asyncProperty(documents, fc.array(condition, { minLength: 1, maxLength: 6 }), kind, async (list, conditions, wanted) => {
          await fill(list);
          for (const at of conditions) {
            const all = ids(await engine.find('plain', { filter: { at } }));
            expect(ids(await engine.find('place', { filter: { at } }))).toEqual(all);
            const some = ids(await engine.find('plain', { filter: { kind: wanted, at } }));
            expect(ids(await engine.find('kindPlace', { filter: { $and: [{ kind: wanted }, { at }] } }))).toEqual(some);
          }
        }),
        { numRuns: runsCount },
      );
    },
    timeOutMs,
  );

  it(
    'finds what is near as measuring everything does, nearest first, however few are asked for',
    async () => {
      const limit = fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined });
      await fc.assert(
        fc.asyncProperty(documents, fc.array(near, { minLength: 1, maxLength: 4 }), kind, limit, async (list, nears, wanted, most) => {
          await fill(list);
          for (const $nearSphere of nears) {
            const filter = { at: { $nearSphere }, kind: wanted };
            const measured = nearOf(filter);
            const all = await engine.find('plain', { filter: { kind: wanted } });
            const away = all.map(({ record, document }) => ({
              id: document['_id'],
              record,
              far: measured && nearestIn(document, measured)?.radians,
            }));
            const inReach = away.flatMap(({ far, ...rest }) => (far === undefined ? [] : [{ ...rest, far }]));
            const expected = inReach.sort((left, right) => left.far - right.far || left.record - right.record).slice(0, most);
            for (const name of ['place', 'kindPlace']) {
              const request = { filter, ...(most === undefined ? {} : { limit: most }) };
              expect(ids(await engine.find(name, request))).toEqual(expected.map(({ id }) => id));
            }
          }
        }),
        { numRuns: runsCount },
      );
    },
    timeOutMs,
  );

  it('is one of three kinds: a configuration that asks for another does not open', async () => {
    const elsewhere = freshFolder();
    const index = { name: 'words', keys: { body: 'text' as '2dsphere' } };
    const opening = openEngine({
      folder: elsewhere,
      collections: [{ name: 'notes', indexes: [index] }],
      mode: 'eager',
      databaseName: 'test',
    });
    await expect(opening).rejects.toThrow('notes.words can have body by 1, -1 or "2dsphere", not by "text"');
    rmSync(elsewhere, { recursive: true, force: true });
  });

  it('says that it is used, and reads few stretches', async () => {
    const place = engine.collection('place');
    const [at, square] = [
      { type: 'Point', coordinates: [120, 30] },
      {
        type: 'Polygon',
        coordinates: [
          [
            [120, 30],
            [121, 30],
            [121, 31],
            [120, 30],
          ],
        ],
      },
    ];
    expect(explainQuery(place, { at: { $nearSphere: { $geometry: at } } }, [])).toMatchObject({ kind: 'near', index: 'at', sorted: true });
    const within = explainQuery(place, { at: { $geoWithin: { $geometry: square } } }, []);
    expect(within).toMatchObject({ kind: 'index', index: 'at', sorted: false });
    expect(within.ranges).toBeLessThan(100);
    expect(explainQuery(engine.collection('kindPlace'), { kind: 'a', at: { $geoIntersects: { $geometry: at } } }, [])).toMatchObject({
      kind: 'index',
    });
    // Documents without a place are not in it, so nothing else may lean on it.
    expect(explainQuery(engine.collection('kindPlace'), { kind: 'a' }, [])).toEqual({ kind: 'scan', sorted: false });
  });

  it('reads a small part of many documents', async () => {
    const scattered = Array.from({ length: 4000 }, (_, at) => ({
      at: [((at * 137.508) % 360) - 180, Math.asin((at * 2 + 1) / 4000 - 1) / radians],
      kind: 'a',
    }));
    await fill(scattered);
    const parsed = jest.spyOn(JSON, 'parse');
    const found = await engine.find('place', { filter: { at: { $nearSphere: [120, 30] } }, limit: 5 });
    const read = parsed.mock.calls.length;
    parsed.mockRestore();
    expect(found).toHaveLength(5);
    expect(read).toBeLessThan(100);
  });
});

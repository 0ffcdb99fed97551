import { openEngine, type Engine } from '@localcloud/engine/openEngine';
import { rmSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { freshFolder } from './openScriptCloud';

/** So many that no machine searches them without a pause. */
const documentCount = 20_000;

const engineOver = (folder: string): Promise<Engine> =>
  openEngine({ folder, collections: [{ name: 'rows', indexes: [{ name: 'n', keys: { n: 1 } }] }], mode: 'eager', databaseName: 'test' });

/** Searches that lead through every document: along the collection, along an index, counting, and within an aggregation. */
const searches: readonly (readonly [string, (engine: Engine) => Promise<readonly unknown[]>])[] = [
  [
    'along the collection',
    async (engine) => (await engine.find('rows', { filter: { text: /^row/ } })).map(({ document }) => document['_id']),
  ],
  ['along an index', async (engine) => (await engine.find('rows', { filter: { n: { $gte: 0 } } })).map(({ document }) => document['_id'])],
  ['in an aggregation', async (engine) => (await engine.aggregate('rows', [{ $match: { text: /^row/ } }])).map((row) => row['_id'])],
];

describe('a search through very many documents', () => {
  const folder = freshFolder();
  let engine: Engine;
  beforeAll(async () => {
    engine = await engineOver(folder);
    const rows = Array.from({ length: documentCount }, (_, at) => ({ _id: `d${String(at).padStart(6, '0')}`, n: at, text: `row ${at}` }));
    await engine.insert('rows', rows);
  });
  afterAll(async () => {
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(searches)('%s lets others be answered meanwhile, and shows one moment all the same', async (_name, search) => {
    const answered: string[] = [];
    const last = `d${documentCount - 1}`.replace('d', 'd0');
    const searched = search(engine).then((ids) => (answered.push('search'), ids));
    await setImmediate();
    expect(await engine.read('rows', last)).toContain(last);
    answered.push('read');
    await engine.remove('rows', { _id: last }, false);
    await engine.insert('rows', [{ _id: 'z', n: documentCount, text: 'row z' }]);
    answered.push('write');
    const ids = await searched;
    expect(answered).toEqual(['read', 'write', 'search']);
    expect(ids).toHaveLength(documentCount);
    expect(ids).toContain(last);
    expect(ids).not.toContain('z');
    await engine.remove('rows', { _id: 'z' }, false);
    await engine.insert('rows', [{ _id: last, n: documentCount - 1, text: 'row again' }]);
  });

  it('counts as of one moment', async () => {
    const counted = engine.count('rows', { text: /^row/ });
    await setImmediate();
    await engine.insert('rows', [{ _id: 'z', n: 1, text: 'row z' }]);
    expect(await counted).toBe(documentCount);
    await engine.remove('rows', { _id: 'z' }, false);
  });

  it('is refused when the database closes under it', async () => {
    const searched = engine.find('rows', { filter: { text: /^row/ } }).then(
      () => 'answered',
      (thrown: unknown) => String(thrown),
    );
    await setImmediate();
    await engine.close();
    expect(await searched).toContain('being closed');
    engine = await engineOver(folder);
  });
});

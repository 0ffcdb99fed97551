import { openEngine } from '@localcloud/engine/openEngine';
import { collectionsMax, indexesPerCollectionMax } from '@localcloud/engine/openCatalog';
import { createQuota } from '@localcloud/gateway/createQuota';
import { openCloud } from '@localcloud/index';
import { existsSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshFolder, openScriptCloud, type ScriptCloud } from './openScriptCloud';
import { probeFunction } from './probe';
import { transports } from './transports';

const manyCount = 10_050;

describe.each(transports)('limits over %s', (transport) => {
  let script: ScriptCloud;
  beforeAll(async () => {
    const collections = [
      { name: 'many', indexes: [] },
      {
        name: 'notes',
        indexes: [
          { name: 'text', keys: { text: 1 } },
          { name: 'lists', keys: { one: 1, two: 1 } },
        ],
      },
    ] as const;
    script = await openScriptCloud({ transport, collections, functions: [probeFunction()] });
    await script.cloud.data.load(
      'many',
      Array.from({ length: manyCount }, (_, at) => ({ _id: `m${at}`, at })),
    );
  });
  afterAll(() => script.close());

  it('gives at most 10 000 documents of an aggregate, however many it asks for', async () => {
    const { db, run } = script;
    expect((await run(db.collection('many').aggregate().limit(manyCount).project({ _id: 0, at: 1 }).end()))['list']).toHaveLength(10_000);
  });

  it('refuses an answer beyond 16 MB', async () => {
    const { db, refused, cloud } = script;
    await cloud.data.remove('notes', {});
    for (let at = 0; at < 18; at += 1) await cloud.data.insert('notes', [{ _id: `big${at}`, filler: 'x'.repeat(1024 ** 2) }]);
    expect((await refused(db.collection('notes').get()))['message']).toContain('16 MB');
    await cloud.data.remove('notes', {});
  });

  it('refuses to index what is too long, and two lists in one index, and keeps nothing of it', async () => {
    const { db, refused, cloud } = script;
    expect((await refused(db.collection('notes').add({ data: { text: 'x'.repeat(1100) } })))['message']).toContain(
      'key too large to index',
    );
    expect((await refused(db.collection('notes').add({ data: { one: [1, 2], two: [3] } })))['message']).toContain(
      'cannot index parallel arrays',
    );
    expect(await cloud.data.count('notes')).toBe(0);
  });

  it('lets functions write below the temporary folder only', async () => {
    const write = (path: string, how: string): Promise<unknown> =>
      script.cloud.call('probe', { act: 'write', path, how }, { openid: 'oWriter' });
    const outside = join('/', 'written-by-a-function');
    for (const how of ['sync', 'stream', 'callback', 'promise']) expect(await write(outside, how)).toBe('EROFS');
    expect(existsSync(outside)).toBe(false);
    const inside = join(tmpdir(), `written-${process.pid}-${transport}`);
    expect(await write(inside, 'promise')).toBe('written');
    expect(existsSync(inside)).toBe(true);
    rmSync(inside);
  });

  it('lets no function of node:fs write elsewhere, by callback, at once or by promise', async () => {
    const place = join('/', 'never-written');
    const below = join(tmpdir(), 'source');
    const writers: Record<string, readonly unknown[]> = {
      ...{ writeFile: [place, 'x'], appendFile: [place, 'x'], mkdir: [place], mkdtemp: [place], truncate: [place, 0] },
      ...{ rm: ['/etc/hostname'], rmdir: ['/etc'], unlink: ['/etc/hostname'], open: [place, 'w'] },
      ...{ chmod: ['/etc', 0o755], chown: ['/etc', 0, 0], lchown: ['/etc', 0, 0], utimes: ['/etc', 1, 1], lutimes: ['/etc', 1, 1] },
      ...{ rename: [below, place], copyFile: [below, place], cp: [below, place], link: [below, place], symlink: [below, place] },
    };
    const calls = Object.entries(writers).flatMap(([name, args]) => [
      { name, args, promised: false },
      { name: `${name}Sync`, args, promised: false },
      { name, args, promised: true },
    ]);
    const codes = (await script.cloud.call('probe', { act: 'writeByAll', calls }, { openid: 'oWriter' })) as Record<string, string>;
    expect(Object.keys(codes)).toHaveLength(calls.length);
    expect(Object.entries(codes).filter(([, code]) => code !== 'EROFS')).toEqual([]);
    expect(existsSync(place)).toBe(false);
  });
});

describe('limits of a cloud', () => {
  it('refuses requests beyond the quota of a second, when one is set', async () => {
    const script = await openScriptCloud({ collections: [{ name: 'notes', indexes: [] }], requestsPerSecond: 0 });
    expect(await script.refused(script.db.collection('notes').count())).toMatchObject({ errCode: -501003 });
    await script.close();
  });

  it('counts the quota over any second, not from one full second to the next', () => {
    let nowMs = 0;
    const ask = createQuota(2, () => nowMs);
    ask();
    nowMs = 900;
    ask();
    nowMs = 950;
    expect(ask).toThrow('more than 2 requests a second');
    nowMs = 1000;
    ask();
    expect(ask).toThrow('more than 2 requests a second');
  });

  it('refuses more collections, and more indexes of one, than the platform allows', async () => {
    const dataDir = freshFolder();
    const open = (collections: Parameters<typeof openCloud>[0]['collections']): Promise<unknown> =>
      openCloud({ dataDir, collections, functions: [] });
    await expect(open(Array.from({ length: collectionsMax + 1 }, (_, at) => ({ name: `c${at}`, indexes: [] })))).rejects.toThrow(
      'more than 100 collections',
    );
    const indexes = Array.from({ length: indexesPerCollectionMax + 1 }, (_, at) => ({ name: `i${at}`, keys: { [`f${at}`]: 1 as const } }));
    await expect(open([{ name: 'wide', indexes }])).rejects.toThrow('more than 20 indexes');
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('ends a transaction that stays open too long, and lets go of what it held', async () => {
    const folder = freshFolder();
    const engine = await openEngine({
      folder,
      collections: [{ name: 'notes', indexes: [] }],
      mode: 'eager',
      databaseName: 'test',
      transactionMaxMs: 30,
    });
    const notes = engine.collection('notes');
    const id = engine.transactions.start();
    await engine.transactions.insert(id, notes, [{ _id: 'held' }]);
    // The plain write waits for the transaction, and so for its end.
    await engine.insert('notes', [{ _id: 'held', by: 'another' }]);
    await expect(engine.transactions.commit(id)).rejects.toThrow('[ResourceUnavailable.TransactionNotExist]');
    expect((await engine.find('notes', { filter: {} })).map((item) => item.document)).toEqual([{ _id: 'held', by: 'another' }]);
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('says which index a query uses', async () => {
    const dataDir = freshFolder();
    const indexes = [
      { name: 'groupAt', keys: { group: 1, at: -1 } },
      { name: 'card', keys: { card: 1 }, unique: true },
      { name: 'tags', keys: { tags: 1 } },
    ] as const;
    const cloud = await openCloud({ dataDir, collections: [{ name: 'notes', indexes }], functions: [] });
    await cloud.data.insert('notes', [{ _id: 'a', group: 'g', at: 1, card: 'c', tags: ['x', 'y'] }]);
    const { explain } = cloud.data;
    expect(explain('notes', { _id: 'a' })).toEqual({ kind: 'ids', sorted: false });
    expect(explain('notes', { group: 'g', at: { $gt: 0 } })).toMatchObject({ kind: 'index', index: 'groupAt', ranges: 1 });
    expect(explain('notes', { group: { $in: ['g', 'h'] } })).toMatchObject({ kind: 'index', index: 'groupAt', ranges: 2, sorted: false });
    expect(explain('notes', { group: 'g' }, { at: -1 })).toMatchObject({ index: 'groupAt', sorted: true });
    expect(explain('notes', { group: 'g' }, { at: 1 })).toMatchObject({ index: 'groupAt', sorted: true });
    expect(explain('notes', { group: 'g' }, { other: 1 })).toMatchObject({ index: 'groupAt', sorted: false });
    expect(explain('notes', { card: 'c', group: 'g' })).toMatchObject({ index: 'card' });
    expect(explain('notes', { tags: 'x' })).toMatchObject({ index: 'tags', multikey: true });
    expect(explain('notes', { tags: 'x' }, { tags: 1 })).toMatchObject({ index: 'tags', sorted: false });
    expect(explain('notes', { at: 1 })).toEqual({ kind: 'scan', sorted: false });
    expect(explain('notes', { _id: { $gt: 'a' } }, { _id: 1 })).toEqual({ kind: 'idRange', sorted: true });
    await cloud.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
});

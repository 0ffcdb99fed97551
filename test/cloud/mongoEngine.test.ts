import { openCloud, type CloudOptions } from '@localcloud/index';
import { openMongoEngine } from '@localcloud/mongo/openMongoEngine';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { openLoneServer } from './openLoneServer';
import { openRealServer, openWireServer, type MongoServer } from './openMongoServer';
import { freshFolder, openScriptCloud, type ScriptCloud } from './openScriptCloud';
import type { Sdk } from './recordSdk';

const collections: CloudOptions['collections'] = [{ name: 'rows', indexes: [{ name: 'card', keys: { card: 1 }, unique: true }] }];
const realAddress = process.env['LANTERN_MONGO_URL'] ?? '';

const cli = join(__dirname, '..', '..', 'dist', 'localcloud', 'cli.cjs');

describe('a cloud that keeps its documents on a MongoDB server', () => {
  let server: MongoServer;
  let scripts: ScriptCloud[] = [];
  const join = async (options: Partial<CloudOptions> = {}): Promise<ScriptCloud> => {
    const script = await openScriptCloud({ collections, mongoUrl: server.url, ...options });
    scripts.push(script);
    return script;
  };
  beforeEach(async () => {
    server = realAddress === '' ? await openWireServer() : await openRealServer(realAddress);
  });
  afterEach(async () => {
    for (const script of scripts) await script.close();
    scripts = [];
    await server.close();
  });

  it('shares them with another cloud on the same server, conflicts and duplicates included', async () => {
    const here = await join({ conflictMode: 'pessimistic' });
    const there = await join({ conflictMode: 'pessimistic' });
    await here.run(here.db.collection('rows').add({ data: { _id: 'a', n: 1, card: 1 } }));
    expect((await there.run(there.db.collection('rows').doc('a').get()))['data']).toEqual({ _id: 'a', n: 1, card: 1 });
    const duplicate = await there.refused(there.db.collection('rows').add({ data: { _id: 'b', card: 1 } }));
    expect(duplicate).toMatchObject({ errCode: -502001, message: expect.stringContaining('E11000 duplicate key error') });
    const row = (transaction: Sdk): Sdk => transaction.collection('rows').doc('a');
    const [first, second] = [await here.begin(), await there.begin()];
    await here.run(row(first).update({ data: { n: 2 } }));
    expect(await there.refused(row(second).update({ data: { n: 3 } }))).toMatchObject({
      errCode: -501001,
      message: expect.stringContaining('[ResourceUnavailable.TransactionConflict]'),
    });
    await here.run(first.commit());
    expect(await there.cloud.data.find('rows')).toEqual([{ _id: 'a', n: 2, card: 1 }]);
  });

  it('finds inside a transaction, when that is asked for, what the transaction did', async () => {
    const { db, run, begin, cloud } = await join({ whereInTransactions: true });
    await cloud.data.insert('rows', [
      { _id: 'a', n: 1, card: 1 },
      { _id: 'b', n: 1, card: 2 },
    ]);
    const transaction = await begin();
    const inside = transaction.collection('rows');
    await run(inside.add({ data: { _id: 'c', n: 1, card: 3 } }));
    await run(inside.doc('a').update({ data: { n: 2 } }));
    const found = await run(inside.where({ n: 1 }).orderBy('_id', 'desc').limit(5).get());
    expect((found['data'] as { _id: string }[]).map((row) => row._id)).toEqual(['c', 'b']);
    await run(transaction.rollback());
    expect(await run(db.collection('rows').where({ n: 1 }).count())).toMatchObject({ total: 2 });
  });

  it('refuses an answer beyond 16 MB, and goes on', async () => {
    const { db, run, refused, cloud } = await join();
    const wide = 'x'.repeat(6 * 1024 ** 2);
    for (const _id of ['a', 'b', 'c']) await cloud.data.insert('rows', [{ _id, wide, card: _id }]);
    expect((await refused(db.collection('rows').get()))['message']).toContain('16 MB');
    expect(await run(db.collection('rows').count())).toMatchObject({ total: 3 });
  });

  it('gives 20 results of an aggregate that names no limit', async () => {
    const { db, run, cloud } = await join();
    const many = Array.from({ length: 50 }, (_, at) => ({ _id: `r${at}`, at, card: at }));
    expect(await cloud.data.load('rows', many)).toBe(50);
    const { list } = await run(db.collection('rows').aggregate().sort({ at: -1 }).end());
    expect((list as { at: number }[]).map((row) => row.at)).toEqual(Array.from({ length: 20 }, (_, at) => 49 - at));
  });

  it('knows collections made on demand after it is opened again, and no others', async () => {
    const before = await join();
    await before.run(before.db.createCollection('made'));
    await before.cloud.data.insert('made', [{ _id: 'm' }]);
    const after = await join();
    expect(await after.cloud.data.find('made')).toEqual([{ _id: 'm' }]);
    const client = await MongoClient.connect(server.url);
    await client.db().createCollection('hidden');
    await client.close();
    expect((await after.refused(after.db.collection('hidden').get()))['message']).toContain('Db or Table not exist: hidden');
    await expect(after.cloud.data.backup(`${after.dataDir}/copy`)).rejects.toThrow('mongodump');
  });

  it('does not open over a unique index that documents contradict, and says which', async () => {
    const { cloud } = await join();
    await cloud.data.insert(
      'rows',
      ['a', 'b'].map((_id) => ({ _id, same: 1, card: _id })),
    );
    const contradicted: CloudOptions['collections'] = [{ name: 'rows', indexes: [{ name: 'same', keys: { same: 1 }, unique: true }] }];
    await expect(join({ collections: contradicted })).rejects.toThrow('The unique index same of rows cannot be built');
  });
});

describe('a transaction nobody goes on with', () => {
  it.each(['eager', 'pessimistic'] as const)('is given up, and lets go of what it holds (%s)', async (mode) => {
    const server = realAddress === '' ? await openWireServer() : await openRealServer(realAddress);
    const engine = await openMongoEngine({ url: server.url, collections, mode, databaseName: 'test', transactionMaxMs: 300 });
    await engine.insert('rows', [{ _id: 'a', n: 1 }]);
    const { transactions } = engine;
    const left = transactions.start();
    await transactions.update(left, engine.collection('rows'), 'a', { update: { $set: { n: 2 } }, nowMs: 0 });
    // A plain write waits for whoever holds the document: that it is answered says that the transaction let go.
    await engine.update('rows', { filter: { _id: 'a' }, update: { $set: { n: 3 } }, multi: false, nowMs: 0 });
    expect(JSON.parse(String(await engine.read('rows', 'a')))).toEqual({ _id: 'a', n: 3 });
    await expect(transactions.commit(left)).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' });
    await engine.close();
    await server.close();
  });
});

describe('a server that stands alone', () => {
  it('is refused in a sentence, and nothing stays open', async () => {
    const lone = await openLoneServer();
    const dataDir = freshFolder();
    const opened = openCloud({ dataDir, collections, functions: [], mongoUrl: lone.url });
    await expect(opened).rejects.toThrow('Transactions need a replica set or a sharded cluster; this MongoDB server stands alone.');
    expect(await lone.connectionsLeft()).toBe(0);
    await lone.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
});

describe('the command', () => {
  it("opens the data to MongoDB's tools when told a port, and refuses two databases at once", async () => {
    const dataDir = freshFolder();
    const child = spawn(process.execPath, [cli, '--data', dataDir, '--port', '0', '--mongo-port', '0'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const client = await MongoClient.connect((JSON.parse(String(line)) as { mongo: string }).mongo);
    expect(await client.db().admin().command({ ping: 1 })).toEqual({ ok: 1 });
    await client.close();
    child.kill('SIGTERM');
    await once(child, 'exit');
    const both = [cli, '--data', dataDir, '--port', '0', '--mongo-port', '0', '--mongo', 'mongodb://127.0.0.1:1/'];
    expect(() => execFileSync(process.execPath, both, { stdio: 'pipe' })).toThrow('choose either mongoUrl or mongoPort');
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('says so when something else has the port', async () => {
    const server = await openWireServer();
    const dataDir = freshFolder();
    const mongoPort = Number(new URL(server.url).port);
    await expect(openCloud({ dataDir, collections: [], functions: [], mongoPort })).rejects.toThrow(`Port ${mongoPort} is in use`);
    await server.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
});

import { openCloud, type LocalCloud } from '@localcloud/index';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { freshFolder } from './openScriptCloud';
import { probeFunction, provedCount } from './probe';

const cli = resolve('dist/localcloud/cli.cjs');
const run = promisify(execFile);
const command = async (...args: readonly string[]): Promise<string> => (await run(process.execPath, [cli, ...args])).stdout;
const collections = [
  { name: 'accounts', indexes: [{ name: 'card', keys: { card: 1 }, unique: true }] },
  { name: 'entries', indexes: [{ name: 'account', keys: { account: 1, points: -1 } }] },
] as const;
const accountIds = Array.from({ length: 20 }, (_, at) => `account${at}`);
const startBalance = 1000;
const transfersCount = provedCount(200, 2_000);
const writersCount = 8;

interface Entry {
  readonly _id: string;
  readonly account: string;
  readonly points: number;
}

/** What a cloud holds, in one value to compare. */
async function contentOf(cloud: LocalCloud): Promise<Record<string, readonly unknown[]>> {
  const content: Record<string, readonly unknown[]> = {};
  for (const { name } of cloud.data.collections()) content[name] = await cloud.data.find(name);
  return content;
}

describe('backup, export and import', () => {
  const folder = freshFolder();
  const opened: LocalCloud[] = [];
  const open = async (name: string, functions = [probeFunction()]): Promise<LocalCloud> => {
    const cloud = await openCloud({ dataDir: join(folder, name), collections, functions, conflictMode: 'pessimistic' });
    opened.push(cloud);
    return cloud;
  };
  afterEach(async () => {
    for (const cloud of opened.splice(0)) await cloud.close();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const fill = (cloud: LocalCloud): Promise<unknown> =>
    cloud.data.insert(
      'accounts',
      accountIds.map((id, at) => ({ _id: id, balance: startBalance, card: `card${at}` })),
    );

  /** Moves points about with many writers, and does something in the middle of it. Gives the ids acknowledged before that began. */
  async function during(cloud: LocalCloud, name: string, work: () => Promise<unknown>): Promise<readonly string[]> {
    const acknowledged: string[] = [];
    let begun = 0;
    let before: readonly string[] = [];
    let worked: Promise<unknown> | undefined;
    const write = async (): Promise<void> => {
      for (let at = begun++; at < transfersCount; at = begun++) {
        const id = `${name}${at}`;
        const [from, to] = [accountIds[at % accountIds.length], accountIds[(at * 7 + 3) % accountIds.length]];
        if (from === to) continue;
        await cloud.call('probe', { act: 'transfer', id, from, to, points: 1 + (at % 5) }, { openid: 'oWriter' });
        acknowledged.push(id);
        if (worked === undefined && acknowledged.length >= transfersCount / 4) {
          before = [...acknowledged];
          worked = work();
        }
      }
    };
    await Promise.all(Array.from({ length: writersCount }, write));
    expect(worked).toBeDefined();
    await worked;
    return before;
  }

  /** A copy taken under load is one moment: books in balance, everything acknowledged before it there. */
  async function expectOneMoment(copy: LocalCloud, before: readonly string[]): Promise<void> {
    const entries = (await copy.data.find('entries')) as unknown as Entry[];
    const ids = new Set(entries.map((entry) => entry._id));
    expect(before.filter((id) => !ids.has(`${id}:out`) || !ids.has(`${id}:in`))).toEqual([]);
    const expected = new Map(accountIds.map((id) => [id, startBalance]));
    for (const entry of entries) expected.set(entry.account, (expected.get(entry.account) ?? 0) + entry.points);
    const balances = (await copy.data.find('accounts')).map((account) => [account['_id'], account['balance']] as const);
    expect(new Map(balances)).toEqual(expected);
    expect(entries.length).toBeLessThan(transfersCount * 2);
    for (const id of accountIds) {
      expect(await copy.data.count('entries', { account: id })).toBe(entries.filter((entry) => entry.account === id).length);
    }
  }

  it('backs up under load: the copy opens elsewhere and is one moment', async () => {
    const cloud = await open('loaded');
    await fill(cloud);
    const before = await during(cloud, 'backup', () => cloud.data.backup(join(folder, 'copy')));
    await expectOneMoment(await open('copy'), before);
  });

  it('restores at rest what is equal by content, in the same order', async () => {
    const cloud = await open('loaded');
    await cloud.data.backup(join(folder, 'resting'));
    const restored = await open('resting');
    expect(await contentOf(restored)).toEqual(await contentOf(cloud));
    expect(await restored.data.count('entries')).toBeGreaterThan(0);
  });

  it('exports under load: imported elsewhere it is one moment', async () => {
    const cloud = await open('busy');
    await fill(cloud);
    const file = join(folder, 'busy.jsonl');
    const before = await during(cloud, 'export', () => cloud.data.export(file));
    const other = await open('imported');
    await other.data.import(file);
    await expectOneMoment(other, before);
  });

  it('carries every kind of value, collections made on demand and their indexes, and changes nothing the second time', async () => {
    const cloud = await open('kinds');
    const values = {
      date: new Date(5),
      pattern: /a+/i,
      list: [1, { a: null }],
      nothing: null,
      text: 'ö"\n',
      low: -0.5,
      deep: { a: { b: [] } },
    };
    await cloud.data.insert('entries', [{ _id: 'b', ...values }, { _id: 7 }, { _id: 'a' }]);
    const file = join(folder, 'kinds.jsonl');
    expect(await cloud.data.export(file)).toEqual({ collections: 2, documents: 3 });
    const bare = await openCloud({ dataDir: join(folder, 'bare'), collections: [], functions: [] });
    opened.push(bare);
    for (const again of [1, 2]) {
      expect([again, await bare.data.import(file)]).toEqual([again, { collections: 2, documents: 3 }]);
      expect(await contentOf(bare)).toEqual(await contentOf(cloud));
      expect(bare.data.collections()).toEqual(cloud.data.collections());
    }
    await bare.data.insert('accounts', [{ _id: 'x', card: 'one' }]);
    await expect(bare.data.insert('accounts', [{ _id: 'y', card: 'one' }])).rejects.toThrow('E11000');
  });

  it('refuses to write over a file, and names the line it cannot read', async () => {
    const cloud = await open('refusing');
    const file = join(folder, 'taken.jsonl');
    writeFileSync(file, '{"collection":"accounts","indexes":[]}\n{"collection":"accounts"}\n');
    await expect(cloud.data.export(file)).rejects.toThrow('EEXIST');
    await expect(cloud.data.import(file)).rejects.toThrow('Line 2 is neither a collection nor a document of an export.');
  });

  it('exports, imports and backs up by the command, while a cloud uses the folder and while none does', async () => {
    const [used, file, again] = [join(folder, 'used'), join(folder, 'first.jsonl'), join(folder, 'again.jsonl')];
    writeFileSync(
      file,
      '{"collection":"notes","indexes":[{"name":"n","keys":{"n":1},"unique":true}]}\n{"collection":"notes","document":{"_id":"a","n":1}}\n',
    );
    const config = join(folder, 'used.json');
    writeFileSync(config, JSON.stringify({ collections: [{ name: 'notes', indexes: [] }], functions: [] }));
    const server = spawn(process.execPath, [cli, '--config', config, '--data', used, '--port', '0'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(server.stdout, 'data');
    expect(await command('import', file, '--data', used)).toContain('1 documents of 1 collections imported');
    expect(await command('export', again, '--data', used)).toContain('1 documents of 1 collections exported');
    expect(readFileSync(again, 'utf8')).toBe(readFileSync(file, 'utf8'));
    const [running, resting] = [join(folder, 'of-a-running-one'), join(folder, 'of-a-resting-one')];
    expect(await command('backup', running, '--data', used)).toContain('backed up to');
    await expect(command('backup', running, '--data', used)).rejects.toThrow('is not empty');
    server.kill('SIGKILL');
    await once(server, 'exit');
    await command('backup', resting, '--data', used);
    for (const copy of [running, resting]) expect(await command('inspect', 'notes', '--data', copy)).toBe('{"_id":"a","n":1}\n');
    writeFileSync(file, '{"collection":"notes","document":{"_id":"b","n":2}}\n');
    expect(await command('import', file, '--data', used)).toContain('1 documents of 0 collections imported');
    expect(await command('inspect', 'notes', '--data', used)).toBe('{"_id":"a","n":1}\n{"_id":"b","n":2}\n');
  });
});

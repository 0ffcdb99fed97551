import { openCloud } from '@localcloud/index';
import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { freshFolder } from './openScriptCloud';
import { probeFunction, provedCount } from './probe';

const killsCount = Number(process.env['LANTERN_KILLS'] ?? provedCount(10, 100));
const writersCount = 16;
const accountIds = Array.from({ length: 40 }, (_, at) => `account${at}`);
const startBalance = 1000;
/** How long a cloud works before it is killed: chosen anew each time between these. */
const loadLeastMs = 60;
const loadMostMs = 400;

const folder = freshFolder();
const dataDir = join(folder, 'data');
const configFile = join(folder, 'cloud.json');
const collections = [
  { name: 'accounts', indexes: [{ name: 'balance', keys: { balance: 1 } }] },
  { name: 'entries', indexes: [{ name: 'account', keys: { account: 1, points: -1 } }] },
] as const;

interface Started {
  readonly child: ChildProcess;
  readonly address: string;
}

function start(): Promise<Started> {
  const cli = resolve('dist/localcloud/cli.cjs');
  const child = spawn(process.execPath, [cli, '--config', configFile, '--data', dataDir, '--port', '0', '--workers', '2'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((done, fail) => {
    child.once('exit', () => fail(new Error('the cloud ended before it was ready')));
    child.stdout.once('data', (line: Buffer) => done({ child, address: (JSON.parse(String(line)) as { address: string }).address }));
  });
}

/** Writes until the cloud is gone; gives the ids of the transfers it acknowledged. */
async function writeUntilGone(address: string, name: string, acknowledged: Set<string>): Promise<void> {
  const signIn = await fetch(`${address}/door/signin`, { method: 'POST', body: '{"person":"writer"}' });
  const { token } = (await signIn.json()) as { token: string };
  for (let count = 0; ; count += 1) {
    const id = `${name}-${count}`;
    const [from, to] = [accountIds[(count * 7 + name.length) % accountIds.length], accountIds[(count * 11 + 3) % accountIds.length]];
    if (from === to) continue;
    const call = { act: 'transfer', id, from, to, points: 1 + (count % 9) };
    const answer = await fetch(`${address}/fn/probe`, {
      method: 'POST',
      body: JSON.stringify(call),
      headers: { 'x-cloud-session': token },
    });
    const text = await answer.text();
    if (answer.ok && text.includes('"result"')) acknowledged.add(id);
  }
}

async function checkBooks(acknowledged: ReadonlySet<string>): Promise<void> {
  const cloud = await openCloud({ dataDir, collections, functions: [] });
  const entries = (await cloud.data.find('entries')) as { _id: string; account: string; points: number }[];
  const accounts = (await cloud.data.find('accounts')) as { _id: string; balance: number }[];
  const byIndex = await Promise.all(accountIds.map((account) => cloud.data.find('entries', { account })));
  await cloud.close();
  const ids = new Set(entries.map((entry) => entry._id));
  const lost = [...acknowledged].filter((id) => !ids.has(`${id}:out`) || !ids.has(`${id}:in`));
  const torn = entries.filter((entry) => !ids.has(entry._id.replace(/(in|out)$/, (side) => (side === 'in' ? 'out' : 'in'))));
  const expected = new Map(accountIds.map((id) => [id, startBalance]));
  for (const entry of entries) expected.set(entry.account, (expected.get(entry.account) ?? 0) + entry.points);
  expect({ lost, torn }).toEqual({ lost: [], torn: [] });
  expect(new Map(accounts.map((account) => [account._id, account.balance]))).toEqual(expected);
  expect(byIndex.map((found) => found.length).reduce((sum, length) => sum + length, 0)).toBe(entries.length);
}

describe('kill -9 under load', () => {
  beforeAll(async () => {
    const people = [{ id: 'writer', openid: 'oWriter', label: { zh: '', en: '' }, note: { zh: '', en: '' }, kind: 'shopper' }];
    writeFileSync(configFile, JSON.stringify({ collections, functions: [probeFunction()], people }));
    const cloud = await openCloud({ dataDir, collections, functions: [] });
    await cloud.data.insert(
      'accounts',
      accountIds.map((id) => ({ _id: id, balance: startBalance })),
    );
    await cloud.close();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it(
    `loses no acknowledged write and tears no transaction in ${killsCount} kills with ${writersCount} writers`,
    async () => {
      const acknowledged = new Set<string>();
      for (let kill = 0; kill < killsCount; kill += 1) {
        const { child, address } = await start();
        const ended = new Promise((done) => child.once('exit', done));
        const before = acknowledged.size;
        const writers = Array.from({ length: writersCount }, (_, at) =>
          writeUntilGone(address, `${kill}-${at}`, acknowledged).catch(() => undefined),
        );
        while (acknowledged.size === before) await new Promise((done) => setTimeout(done, 10));
        await new Promise((done) => setTimeout(done, loadLeastMs + ((kill * 137) % (loadMostMs - loadLeastMs))));
        child.kill('SIGKILL');
        await Promise.all([ended, ...writers]);
        await checkBooks(acknowledged);
      }
      expect(acknowledged.size).toBeGreaterThanOrEqual(killsCount);
    },
    30_000 + killsCount * 10_000,
  );
});

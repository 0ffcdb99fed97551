import { openCloud } from '@localcloud/index';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshFolder } from './openScriptCloud';
import { probeFunction, provedCount } from './probe';
import { pause, startCommand, until, type Started } from './startCommand';

const killsCount = Number(process.env['LANTERN_KILLS'] ?? provedCount(10, 100));
const writersCount = 16;
const accountIds = Array.from({ length: 40 }, (_, at) => `account${at}`);
const fillingsCount = provedCount(4, 40);
const startBalance = 1000;
/** How long a cloud works before it is killed: chosen anew each time between these. */
const loadLeastMs = 60;
const loadMostMs = 400;

const folder = freshFolder();
const dataDir = join(folder, 'data');
const configFile = join(folder, 'cloud.json');
/** Figures for whoever reads the run; they decide nothing. */
const report = (line: string): void => void process.stderr.write(`${line}\n`);

const collections = [
  { name: 'accounts', indexes: [{ name: 'balance', keys: { balance: 1 } }] },
  { name: 'entries', indexes: [{ name: 'account', keys: { account: 1, points: -1 } }] },
] as const;

/** What writers have seen: ids of the transfers acknowledged, and the answers that refused one. */
interface Seen {
  readonly acknowledged: Set<string>;
  readonly refusals: string[];
}

/** Writes until the cloud is gone and notes what it answered. */
async function writeUntilGone(address: string, name: string, { acknowledged, refusals }: Seen): Promise<void> {
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
    else refusals.push(text);
  }
}

/** Lets all writers loose on a cloud; resolves when it is gone and they have noticed. */
async function writeAll({ child, address }: Started, name: string, seen: Seen): Promise<void> {
  const ended = new Promise((done) => child.once('exit', done));
  const writers = Array.from({ length: writersCount }, (_, at) => writeUntilGone(address, `${name}-${at}`, seen).catch(() => undefined));
  await Promise.all([ended, ...writers]);
}

async function orderFaults({ address, control }: Started, faults: string): Promise<void> {
  const init = { method: 'POST', body: JSON.stringify({ faults }), headers: { 'x-cloud-control': control } };
  const answer = await fetch(`${address}/control/faults`, init);
  if (!answer.ok) throw new Error(await answer.text());
}

/** Checks the books after a restart and gives how long the opening took, in milliseconds. */
async function checkBooks(acknowledged: ReadonlySet<string>): Promise<number> {
  const beganMs = performance.now();
  const cloud = await openCloud({ dataDir, collections, functions: [] });
  const openedMs = performance.now() - beganMs;
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
  return openedMs;
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
      const seen: Seen = { acknowledged: new Set(), refusals: [] };
      const opened: number[] = [];
      for (let kill = 0; kill < killsCount; kill += 1) {
        const started = await startCommand(configFile, dataDir);
        const before = seen.acknowledged.size;
        const gone = writeAll(started, String(kill), seen);
        await until(() => seen.acknowledged.size > before);
        await pause(loadLeastMs + ((kill * 137) % (loadMostMs - loadLeastMs)));
        // From outside at any moment, or by the cloud itself while a commit is under way.
        if (kill % 2 === 0) started.child.kill('SIGKILL');
        else await orderFaults(started, `seed=${kill},killProcess=0.2@commitTransaction`);
        await gone;
        opened.push(await checkBooks(seen.acknowledged));
      }
      expect(seen.acknowledged.size).toBeGreaterThanOrEqual(killsCount);
      report(
        `${killsCount} kills, ${seen.acknowledged.size} transfers acknowledged, slowest reopening ${Math.max(...opened).toFixed(0)} ms`,
      );
    },
    30_000 + killsCount * 10_000,
  );

  it('says so when the disk is full under load, loses nothing, and goes on when there is room', async () => {
    const seen: Seen = { acknowledged: new Set(), refusals: [] };
    const started = await startCommand(configFile, dataDir);
    const gone = writeAll(started, 'full', seen);
    for (let round = 0; round < fillingsCount; round += 1) {
      const [kept, refused] = [seen.acknowledged.size, seen.refusals.length];
      await until(() => seen.acknowledged.size > kept + writersCount);
      await orderFaults(started, `seed=${round},diskFull=${round % 2 === 0 ? 1 : 0.5}`);
      await until(() => seen.refusals.slice(refused).some((text) => text.includes('no space left on the disk')));
      await orderFaults(started, '');
    }
    const kept = seen.acknowledged.size;
    await until(() => seen.acknowledged.size > kept + writersCount);
    started.child.kill('SIGKILL');
    await gone;
    await checkBooks(seen.acknowledged);
    const { acknowledged, refusals } = seen;
    report(`the disk was full ${fillingsCount} times: ${acknowledged.size} transfers acknowledged, ${refusals.length} refused`);
  });
});

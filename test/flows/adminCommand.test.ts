import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { openCloud, type CloudOptions } from '@localcloud/index';
import { fair, playPool } from '../rules/game/playPool';
import { fairRow } from '../usecases/game/openFair';

const root = join(__dirname, '../..');
const config = join(root, 'dist/cloud.json');
const run = promisify(execFile);

let folder: string;
let cloud: ChildProcess;
let address: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lantern-flow-'));
  await enterFirstOperator(join(folder, 'data'));
  [cloud, address] = await startCloud(join(folder, 'data'));
});
afterAll(async () => {
  const ended = new Promise((done) => cloud.once('exit', done));
  cloud.kill('SIGTERM');
  await ended;
  rmSync(folder, { recursive: true });
});

/** What a deployment does by hand in the console. */
async function enterFirstOperator(dataDir: string): Promise<void> {
  const { collections, functions } = JSON.parse(readFileSync(config, 'utf8')) as Pick<CloudOptions, 'collections' | 'functions'>;
  const located = functions.map((each) => ({ ...each, directory: resolve(root, 'dist', each.directory) }));
  const opened = await openCloud({ dataDir, collections, functions: located });
  await opened.data.insert('staff', [
    { _id: 'demo-operator', staffId: 'operator', name: '运营', shopId: null, roles: ['operator'], active: true },
  ]);
  await opened.close();
}

async function startCloud(dataDir: string): Promise<[ChildProcess, string]> {
  const args = [join(root, 'dist/localcloud/cli.cjs'), '--config', config, '--port', '0', '--data', dataDir];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, TZ: 'UTC' } });
  const line = await new Promise<string>((done) => createInterface({ input: child.stdout }).once('line', done));
  return [child, (JSON.parse(line) as { address: string }).address];
}

/** Joins as a demo person by the browser's door. */
function joinAtTheDoor(person: string): Promise<{ cardNumber: string }> {
  return askAtTheDoor(person, 'member.join', { consentVersion: '2026-11', consented: true, ageConfirmed: true, marketing: false });
}

/** What a demo person's phone is answered. */
async function askAtTheDoor<Value>(person: string, method: string, input: object): Promise<Value> {
  const post = async (path: string, body: object, headers: Record<string, string> = {}): Promise<unknown> => {
    const all = { 'content-type': 'application/json', ...headers };
    return (await fetch(`${address}${path}`, { method: 'POST', headers: all, body: JSON.stringify(body) })).json();
  };
  const { token } = (await post('/door/signin', { person })) as { token: string };
  const answer = await post('/fn/member', { method, input }, { 'x-cloud-session': token });
  return (answer as { result: { value: Value } }).result.value;
}

interface Answer {
  readonly code: number;
  readonly out: string;
}

async function admin(...args: string[]): Promise<Answer> {
  try {
    const { stdout, stderr } = await run(process.execPath, [join(root, 'dist/admin/admin.cjs'), ...args, '--address', address], {
      cwd: root,
    });
    return { code: 0, out: stdout + stderr };
  } catch (failed) {
    const { code, stdout, stderr } = failed as { code: number; stdout: string; stderr: string };
    return { code, out: stdout + stderr };
  }
}

test('applies the demo shop’s file with a report per row, and again without changing anything', async () => {
  const dry = await admin('apply', 'config/demo/shop.json', '--dry-run');
  expect(dry.out).toContain('Dry run, nothing written');
  const first = await admin('apply', 'config/demo/shop.json');
  expect(first).toMatchObject({ code: 0, out: expect.stringContaining('shops 1  westlake  created') as string });
  const again = await admin('apply', 'config/demo/shop.json');
  const file = JSON.parse(readFileSync(join(root, 'config/demo/shop.json'), 'utf8')) as Readonly<Record<string, readonly unknown[]>>;
  const rows = Object.values(file).flat().length;
  expect(again).toMatchObject({ code: 0, out: expect.stringContaining(`0 created, 0 updated, ${rows} unchanged, 0 refused`) as string });
  expect((await admin('list', 'rewards')).out).toContain('mug\t暖光马克杯');
  expect(await admin('reconcile')).toMatchObject({ code: 0, out: '0 accounts, 0 entries, 0 differences\n' });
});

test('a refused row is told with its code and a sentence in the language asked for, and the command fails', async () => {
  const file = join(folder, 'wrong.json');
  writeFileSync(file, JSON.stringify({ staff: [{ openid: 'someone', staffId: 's', name: '某人', shop: 'nowhere', roles: ['clerk'] }] }));
  const chinese = await admin('apply', file);
  const english = await admin('apply', file, '--lang', 'en');
  expect([chinese.code, english.code]).toEqual([1, 1]);
  expect(chinese.out).toContain('staff 1  someone  refused');
  expect(chinese.out).toMatch(/row\.unknownShop {2}\S*[\u4e00-\u9fff]/);
  expect(english.out).toMatch(/row\.unknownShop {2}[A-Z]/);
});

test('one operator proposes a correction, another approves it, and it stands in the member’s statement', async () => {
  const { cardNumber } = await joinAtTheDoor('newcomer');
  const proposed = await admin('adjust', cardNumber, '-20', 'counted', 'twice');
  const id = /^\S+/.exec(proposed.out)?.[0] ?? '';
  expect((await admin('proposals')).out).toContain('-20 points  "counted twice"  proposed by operator');
  const own = await admin('decide', id, 'approve', '--lang', 'en');
  expect(own).toMatchObject({ code: 1, out: expect.stringMatching(/proposal\.own {2}A proposal of your own/) as string });
  expect((await admin('decide', id, 'approve', 'checked', '--as', 'operator2')).out).toContain('approved');
  const statement = await admin('statement', cardNumber);
  expect(statement.out.split('\n')[1]).toContain('"2",');
  expect(statement.out).toContain('"adjustment","0","-20","0"');
  expect((await admin('liability')).out).toContain('available\t30');
  expect((await admin('reconcile')).out).toBe('1 accounts, 2 entries, 0 differences\n');
  expect((await admin('audit')).out).toMatch(/operator\t-\tadmin-\w+\tledger\.statementOf\t\d{4}\tdone/);
});

test('a draw is filed, checked, published and bettered from the command line, and never to its players’ harm', async () => {
  const file = join(folder, 'pools.json');
  const shops = [{ id: 'west', name: { zh: '西店', en: 'West' } }];
  writeFileSync(file, JSON.stringify({ shops, pools: [{ ...fairRow, opens: '2026-01-01 10:00', ends: '2099-01-01 10:00' }] }));
  expect((await admin('apply', file)).out).toContain('pools 1  fair  created');
  expect((await admin('check-pool', 'fair')).out).toContain('ready  expected not bounded  worst not bounded');
  expect((await admin('publish', 'fair')).out).toMatch(/^fair {2}published {2}revision 1\nfrozen [0-9a-f]{64}\n/);
  expect(await admin('revise', 'fair', 'lamp=2')).toMatchObject({ code: 1, out: expect.stringContaining('pool.notBetter') as string });
  expect((await admin('revise', 'fair', 'lamp=9')).out).toContain('revision 2');
  const archive = join(folder, 'fair.json');
  expect((await admin('export', 'fair', archive)).out).toContain('0 draws, 0 units, 2 revisions');
});

test('vouchers are given with a reason and taken away by their code, a coupon is stopped, and partners are settled with', async () => {
  const { cardNumber } = await joinAtTheDoor('xiaoman');
  expect((await admin('grant', cardNumber, 'cake', 'a late', 'delivery')).out).toMatch(/^gave cake#\S+\n$/);
  const mine = await askAtTheDoor<{ vouchers: readonly { code: string; voucherId: string }[] }>('xiaoman', 'voucher.mine', {
    tab: 'usable',
  });
  const cake = mine.vouchers.find(({ voucherId }) => voucherId.startsWith('cake#'));
  expect((await admin('revoke-voucher', cake?.code ?? '', 'printed twice')).out).toBe(`took ${cake?.voucherId ?? ''} away\n`);
  expect(await admin('revoke-voucher', '7000000000000005', 'printed twice')).toMatchObject({ code: 1 });
  expect((await admin('revoke-coupon', 'poster', 'misprinted')).out).toContain('poster is given out no more');
  expect(await admin('grant', cardNumber, 'no-such', 'too late')).toMatchObject({
    code: 1,
    out: expect.stringContaining('voucher.noCoupon') as string,
  });
  expect((await admin('settlement', '2026-11')).out).toBe('partner,coupon,name,voucher,at,shop,discountFen\n');
  expect((await admin('groups')).out).toContain('westlake-tea\t西湖茶友群\t0\t0');
});

test('an archive is recomputed without any cloud, and one altered draw is named', async () => {
  const archive = playPool(fair, 300, 9);
  const [first, second] = [join(folder, 'whole.json'), join(folder, 'altered.json')];
  writeFileSync(first, JSON.stringify(archive));
  const altered = archive.draws.map((draw, place) => (place === 200 ? { ...draw, given: 'lamp' } : draw));
  writeFileSync(second, JSON.stringify({ ...archive, draws: altered }));
  expect(await admin('verify', first)).toMatchObject({ code: 0, out: '300 draws recomputed, all match\n' });
  const named = `draw ${archive.draws[200]?.counter} of ${archive.draws[200]?.drawer}`;
  expect(await admin('verify', second)).toMatchObject({ code: 1, out: expect.stringContaining(named) as string });
});

test('a second cloud on the same data folder is told who uses it', async () => {
  const args = [join(root, 'dist/localcloud/cli.cjs'), '--config', config, '--port', '0', '--data', join(folder, 'data')];
  const second = run(process.execPath, args, { env: { ...process.env, TZ: 'UTC' } });
  await expect(second).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining(`is in use by the cloud at ${address}`) as string,
  });
});

test('says of an unknown card in a sentence that there is none', async () => {
  const unknown = await admin('adjust', '9999999999999995', '5', 'a good reason', '--lang', 'en');
  expect(unknown).toMatchObject({ code: 1, out: expect.stringMatching(/card\.unknown {2}There is no such card/) as string });
});

test.each([
  [['apply', 'no-such-file.json'], 1, /no such file/i],
  [['nonsense'], 2, /Usage/],
  [['apply', 'package.json'], 1, /没有叫「name」的分区/],
  [['apply', 'package.json', '--lang', 'en'], 1, /There is no section “name”/],
  [['list', 'rewards', '--as', 'xiaoman'], 1, /call\.notAllowed/],
])('says in a sentence what is wrong with %j', async (args, code, sentence) => {
  const answer = await admin(...args);
  expect(answer.code).toBe(code);
  expect(answer.out).toMatch(sentence);
});

test('an invitation that looks wrong waits for the operator, who decides it once', async () => {
  await joinAtTheDoor('newcomer');
  const { invitationId } = await askAtTheDoor<{ invitationId: string }>('newcomer', 'referral.mine', {});
  await askAtTheDoor('lin', 'referral.open', { invitation: invitationId, way: 'card' });
  // Neither names their phone at this door: they look as if they shared one.
  await joinAtTheDoor('lin');
  const waiting = await admin('referrals');
  expect(waiting.out).toContain('joined  score 60 (devicePattern)');
  const friend = /^\S+/.exec(waiting.out)?.[0] ?? '';
  const approved = await admin('review', friend, 'approve', 'one', 'phone', 'for', 'two');
  expect(approved.out).toContain('approved by operator "one phone for two"');
  expect((await admin('referrals')).out).toBe('');
  const again = await admin('review', friend, 'refuse', 'changed', 'my', 'mind', '--lang', 'en');
  expect(again).toMatchObject({ code: 1, out: expect.stringMatching(/referral\.decided {2}[A-Z]/) as string });
});

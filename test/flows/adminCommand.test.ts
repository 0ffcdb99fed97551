import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { openCloud, type CloudOptions } from '@localcloud/index';

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
  expect(again).toMatchObject({ code: 0, out: expect.stringContaining('0 created, 0 updated, 19 unchanged, 0 refused') as string });
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

test.each([
  [['apply', 'no-such-file.json'], 1, /no such file/i],
  [['nonsense'], 2, /Usage/],
  [['apply', 'package.json'], 1, /Unknown section/],
  [['list', 'rewards', '--as', 'xiaoman'], 1, /call\.notAllowed/],
])('says in a sentence what is wrong with %j', async (args, code, sentence) => {
  const answer = await admin(...args);
  expect(answer.code).toBe(code);
  expect(answer.out).toMatch(sentence);
});

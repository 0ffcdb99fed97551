import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const dayMs = 86_400_000;
const programmeOffsetMs = 8 * 3_600_000;
const tenHoursMs = 10 * 3_600_000;
const root = resolve(process.env.LANTERN_ROOT ?? join(__dirname, '../..'));

/** A demo shop of one test's own: the real local cloud in a process of its own, on a copy of the seeded data. */
export interface Shop {
  readonly address: string;
  /** Sets the clock that every function reads to an instant (epoch ms). */
  readonly setClock: (ms: number) => Promise<void>;
  readonly advanceClock: (ms: number) => Promise<void>;
  /** Runs one of the platform's timers now and waits until it is done. */
  readonly runTimer: (functionName: string, timer: string) => Promise<void>;
  /** Says how the platform judges pictures of a demo person from now on. */
  readonly judgePictures: (person: string, suggest: 'pass' | 'review' | 'risky') => Promise<void>;
  /** Signs a demo person in at the door, for calls without a page. */
  readonly signIn: (person: string) => Promise<Caller>;
  readonly close: () => Promise<void>;
}

/** A signed-in person's calls; each gives the function's reply. */
export interface Caller {
  readonly call: (functionName: string, event: object) => Promise<unknown>;
  /** What WeChat's phone number key gives their page: a code that opens once. */
  readonly phoneCode: () => Promise<string>;
}

interface ReadyLine {
  readonly address: string;
  readonly control: string;
}

/**
 * Opens a shop on a free port, at ten in the morning, so that no test meets midnight.
 * Rejects with what the local cloud said if it does not come up.
 */
export async function openShop(): Promise<Shop> {
  const data = mkdtempSync(join(tmpdir(), 'lantern-shop-'));
  cpSync(join(root, 'dist/demo/data'), data, { recursive: true });
  const args = ['--config', join(root, 'dist/cloud.json'), '--port', '0', '--data', data, '--mode', 'pessimistic'];
  const cloud = spawn(process.execPath, [join(root, 'dist/localcloud/cli.cjs'), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  cloud.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString('utf8')));
  const ended = new Promise<void>((done) => cloud.once('exit', () => done()));
  const { address, control } = await new Promise<ReadyLine>((done, fail) => {
    createInterface({ input: cloud.stdout }).on('line', (line) => {
      if (line.startsWith('{')) done(JSON.parse(line) as ReadyLine);
    });
    void ended.then(() => fail(new Error(`the local cloud did not open: ${said.join('')}`)));
  });

  const post = async (path: string, headers: Record<string, string>, body: object): Promise<unknown> => {
    const response = await fetch(`${address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
    return JSON.parse(text);
  };
  const command = async (path: string, body: object): Promise<void> => {
    await post(`/control/${path}`, { 'x-cloud-control': control }, body);
  };

  await command('clock', { setMs: tenOClock(Date.now()) });
  return {
    address,
    setClock: (ms) => command('clock', { setMs: ms }),
    advanceClock: (ms) => command('clock', { advanceMs: ms }),
    runTimer: (functionName, timer) => command('timer', { function: functionName, timer }),
    judgePictures: (person, suggest) => command('wechat/judge', { openid: `demo-${person}`, suggest }),
    signIn: async (person) => {
      const { token } = (await post('/door/signin', {}, { person })) as { token: string };
      return {
        call: async (functionName, event) =>
          ((await post(`/fn/${functionName}`, { 'x-cloud-session': token }, event)) as { result: unknown }).result,
        phoneCode: async () => ((await post('/door/wechat/phone-code', { 'x-cloud-session': token }, {})) as { code: string }).code,
      };
    },
    close: async () => {
      cloud.kill('SIGTERM');
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** Ten in the morning of the present day of programme time (UTC+8), the first that the demo's made-up past has not lived. */
function tenOClock(nowMs: number): number {
  return Math.floor((nowMs + programmeOffsetMs) / dayMs) * dayMs - programmeOffsetMs + tenHoursMs;
}

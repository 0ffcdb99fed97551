import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const root = resolve(process.env.LANTERN_ROOT ?? join(__dirname, '../..'));

/** A demo shop of one test's own: the real local cloud in a process of its own, on a copy of the seeded data. */
export interface Shop {
  readonly address: string;
  /** Sets the clock that every function reads to an instant (epoch ms). */
  readonly setClock: (ms: number) => Promise<void>;
  readonly advanceClock: (ms: number) => Promise<void>;
  /** Runs one of the platform's timers now and waits until it is done. */
  readonly runTimer: (functionName: string, timer: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

interface ReadyLine {
  readonly address: string;
  readonly control: string;
}

/** Opens a shop on a free port. Rejects with what the local cloud said if it does not come up. */
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

  const command = async (path: string, body: object): Promise<void> => {
    const response = await fetch(`${address}/control/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-cloud-control': control },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  };

  return {
    address,
    setClock: (ms) => command('clock', { setMs: ms }),
    advanceClock: (ms) => command('clock', { advanceMs: ms }),
    runTimer: (functionName, timer) => command('timer', { function: functionName, timer }),
    close: async () => {
      cloud.kill('SIGTERM');
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

import { spawn, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';

/** A cloud that runs as its own process, by its command. */
export interface Started {
  readonly child: ChildProcess;
  readonly address: string;
  readonly control: string;
}

/** Starts one and waits until it says that it is ready. */
export function startCommand(configFile: string, dataDir: string): Promise<Started> {
  const cli = resolve('dist/localcloud/cli.cjs');
  const child = spawn(process.execPath, [cli, '--config', configFile, '--data', dataDir, '--port', '0', '--workers', '2'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((done, fail) => {
    // What functions print about refused calls is expected here; it is shown only when the cloud cannot start.
    let said = '';
    child.stderr.on('data', (text: Buffer) => (said = `${said}${String(text)}`.slice(-2000)));
    child.once('exit', () => fail(new Error(`the cloud ended before it was ready: ${said}`)));
    child.stdout.once('data', (line: Buffer) => done({ child, ...(JSON.parse(String(line)) as Omit<Started, 'child'>) }));
  });
}

/** Waits a while, for load to gather. */
export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Waits for something to happen. */
export async function until(happened: () => boolean): Promise<void> {
  while (!happened()) await pause(10);
}

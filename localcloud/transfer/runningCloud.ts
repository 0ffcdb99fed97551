import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The cloud that uses a data folder: its process, where it listens, the word its control asks for. */
export interface RunningCloud {
  readonly pid: number;
  readonly address: string;
  readonly control: string;
}

const fileName = 'running.json';

/** Leaves word in the data folder, readable by its owner only, that a cloud uses it. Gives what takes the word away again. */
export function noteRunning(dataDir: string, running: RunningCloud): () => void {
  const file = join(dataDir, fileName);
  writeFileSync(file, JSON.stringify(running), { mode: 0o600 });
  return () => {
    rmSync(file, { force: true });
  };
}

/** The cloud that uses a data folder now, if one does; word left by one that was killed does not count. */
export function findRunning(dataDir: string): RunningCloud | undefined {
  try {
    const running = JSON.parse(readFileSync(join(dataDir, fileName), 'utf8')) as RunningCloud;
    // Signal 0 reaches nobody; it only says whether there is a process.
    process.kill(running.pid, 0);
    return running;
  } catch {
    return undefined;
  }
}

/** Whether the cloud that left word really answers: a process of the same number may be somebody else's by now. */
export async function isAnswering({ address, control }: RunningCloud): Promise<boolean> {
  try {
    const answer = await fetch(`${address}/control/invocations`, { headers: { 'x-cloud-control': control } });
    return answer.ok;
  } catch {
    return false;
  }
}

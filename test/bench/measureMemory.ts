import { existsSync, readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Memory in use, in MB: what JavaScript holds in the main thread after it was tidied, and what the process with all its workers takes.
 * The database's file, which the system maps into the process as far as there is room, is left out where the system tells it apart.
 */
export interface Memory {
  readonly heapMb: number;
  readonly rssMb: number;
}

const bytesPerMb = 1_048_576;

setFlagsFromString('--expose-gc');
const tidy = runInNewContext('gc') as () => void;

/** Looks at memory after a full collection, so that garbage does not count. */
export function measureMemory(): Memory {
  tidy();
  const { heapUsed, rss } = process.memoryUsage();
  return { heapMb: heapUsed / bytesPerMb, rssMb: (ownBytes() ?? rss) / bytesPerMb };
}

function ownBytes(): number | null {
  const status = '/proc/self/status';
  const kilobytes = existsSync(status) ? /^RssAnon:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8'))?.[1] : undefined;
  return kilobytes === undefined ? null : Number(kilobytes) * 1024;
}

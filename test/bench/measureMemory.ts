import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Memory in use, in MB: what JavaScript holds in the main thread after it was tidied, and what the process with all its workers takes. */
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
  return { heapMb: heapUsed / bytesPerMb, rssMb: rss / bytesPerMb };
}

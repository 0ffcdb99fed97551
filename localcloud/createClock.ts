import type { CloudClock } from './types';

/** A clock that many threads read alike: this machine's time plus an offset kept in shared memory. */
export interface SharedClock extends CloudClock {
  /** One 64-bit whole number: the offset in milliseconds. */
  readonly memory: SharedArrayBuffer;
}

const machineNowMs = Date.now.bind(Date);

/** Makes a clock that stands `offsetMs` ahead of this machine's. */
export function createClock(offsetMs = 0): SharedClock {
  const memory = new SharedArrayBuffer(8);
  const offset = new BigInt64Array(memory);
  const write = (ms: number): void => void Atomics.store(offset, 0, BigInt(Math.round(ms)));
  write(offsetMs);
  return {
    memory,
    nowMs: () => machineNowMs() + Number(Atomics.load(offset, 0)),
    setMs: (ms) => write(ms - machineNowMs()),
    advanceMs: (ms) => void Atomics.add(offset, 0, BigInt(Math.round(ms))),
  };
}

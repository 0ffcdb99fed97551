import { pause } from '../../adapters/pause';

/** What paced jobs need besides their work: operations a second, the clock, and when their time is up (epoch ms). */
export interface Pace {
  readonly operationsPerSecond: number;
  readonly clock: () => number;
  readonly untilMs: number;
}

/** Gives a function to be awaited after each piece of work, which waits until the pieces so far were worth their operations. */
export function pacer({ operationsPerSecond, clock }: Pace, operationsEach: number): () => Promise<void> {
  const began = clock();
  let done = 0;
  return async () => {
    done += 1;
    await pause(began + (1000 * done * operationsEach) / operationsPerSecond - clock());
  };
}

import { setImmediate } from 'node:timers/promises';
import { cloudFault } from '../cloudFault';

/** How long a search may keep everything else waiting, and how many steps pass between two looks at the time. Our own. */
const sliceMs = 10;
const lookEverySteps = 64;

/** Searches that are under way. Long ones let others in between, and none outlives the store it reads. */
export interface Readers {
  /** Begins a search; its steps must be told, and its end. */
  begin(): Reader;
  /** Refuses the searches under way at their next pause, and resolves when none is left. */
  close(): Promise<void>;
}

/** One search. */
export interface Reader {
  /** Counts a step. Gives a promise to wait for when others have waited long enough; it rejects when the store is being closed. */
  step(): Promise<void> | undefined;
  end(): void;
}

/** Makes the table of searches under way. */
export function createReaders(): Readers {
  let underWay = 0;
  let closing = false;
  let lastGone: () => void = () => undefined;
  const pause = async (): Promise<void> => {
    await setImmediate();
    if (closing) throw cloudFault('SYS_ERR', 'the database is being closed');
  };
  return {
    begin() {
      underWay += 1;
      let [steps, sinceMs] = [0, performance.now()];
      return {
        step() {
          steps += 1;
          if (steps % lookEverySteps > 0 || performance.now() - sinceMs < sliceMs) return undefined;
          return pause().finally(() => (sinceMs = performance.now()));
        },
        end() {
          underWay -= 1;
          if (underWay === 0) lastGone();
        },
      };
    },
    async close() {
      closing = true;
      if (underWay > 0) await new Promise<void>((done) => (lastGone = done));
    },
  };
}

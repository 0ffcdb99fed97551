import { cloudFault } from '../cloudFault';
import type { CloudClock, FunctionSpec, TimerSpec } from '../types';
import { nextCronMs } from './nextCronMs';

/** The timers of all functions. */
export interface Timers {
  /** Runs one now, whether due or not, and gives what the function returned. */
  readonly run: (functionName: string, timerName: string) => Promise<unknown>;
  /** All timers with the next time each is due (epoch ms). */
  list(): readonly { readonly functionName: string; readonly name: string; readonly cron: string; readonly nextMs: number | undefined }[];
  close(): void;
}

/** How often the clock is looked at. A clock that jumped over several times of one timer runs it once. */
const lookEveryMs = 500;

interface Entry {
  readonly functionName: string;
  readonly timer: TimerSpec;
  nextMs: number | undefined;
}

/** Opens the timers. Refuses a cron that cannot be read. They run by themselves only when `automatic`. */
export function openTimers(options: {
  readonly functions: readonly FunctionSpec[];
  readonly clock: CloudClock;
  readonly automatic: boolean;
  readonly call: (functionName: string, event: unknown) => Promise<unknown>;
  readonly onError: (functionName: string, message: string) => void;
}): Timers {
  const nowMs = options.clock.nowMs();
  const entries: Entry[] = options.functions.flatMap((spec) =>
    (spec.timers ?? []).map((timer) => ({ functionName: spec.name, timer, nextMs: nextCronMs(timer.cron, nowMs) })),
  );
  const fire = (entry: Entry): Promise<unknown> => options.call(entry.functionName, timerEvent(entry.timer.name, options.clock.nowMs()));
  const look = (): void => {
    const atMs = options.clock.nowMs();
    for (const entry of entries) {
      if (entry.nextMs === undefined || entry.nextMs > atMs) continue;
      entry.nextMs = nextCronMs(entry.timer.cron, atMs);
      fire(entry).catch((thrown: unknown) =>
        options.onError(entry.functionName, thrown instanceof Error ? thrown.message : String(thrown)),
      );
    }
  };
  const interval = options.automatic ? setInterval(look, lookEveryMs).unref() : undefined;
  return {
    async run(functionName, timerName) {
      const entry = entries.find((one) => one.functionName === functionName && one.timer.name === timerName);
      if (entry === undefined) throw cloudFault('INVALID_PARAM', `${functionName} has no timer named ${timerName}`);
      return fire(entry);
    },
    list: () =>
      entries.map((entry) => ({ functionName: entry.functionName, name: entry.timer.name, cron: entry.timer.cron, nextMs: entry.nextMs })),
    close: () => clearInterval(interval),
  };
}

/** What a function called by a timer is given. Source: CloudBase's documentation of timers. */
function timerEvent(name: string, nowMs: number): Record<string, string> {
  return { Message: '', Time: new Date(nowMs).toISOString(), TriggerName: name, Type: 'Timer' };
}

import { callerOpenid } from './sdk';

/** What the platform sends when a timer fires. */
interface TimerEvent {
  readonly Type?: unknown;
  readonly TriggerName?: unknown;
}

/** Makes the entry point of a function that only timers may run: a person's call is refused without a word of what it does. */
export function serveTimer(jobs: Readonly<Record<string, (now: number) => Promise<object>>>): (event: TimerEvent) => Promise<object> {
  return async (event) => {
    const now = Date.now();
    if (callerOpenid() !== '' || event.Type !== 'Timer') return { ok: false, refusal: { code: 'call.notAllowed' }, now };
    const name = String(event.TriggerName);
    const job = Object.hasOwn(jobs, name) ? jobs[name] : undefined;
    if (job === undefined) return { ok: false, refusal: { code: 'call.unknownMethod' }, now };
    return { ok: true, value: await job(now), now };
  };
}

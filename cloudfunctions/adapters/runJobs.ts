import { dueJobs, jobs, jobShareMaxMs, jobShareMs, tickMaxMs, type JobName } from '@shared/store/jobs';
import { systemClock } from './clock';
import { find } from './database';
import { withLease } from './withLease';

/** What a job is given: the tick's instant, a clock, when its share is over (epoch ms) and how many documents to read at a time. */
export type Job = (now: number, clock: () => number, untilMs: number, batch: number) => Promise<object>;
export type JobTable = Readonly<Record<JobName, Job>>;

/**
 * What each timer runs: `tick` every job that is due, and each job by its own name. One job's fault does not keep the others from running;
 * it is logged, and kept with the job's lease.
 */
export function runJobs(table: JobTable): Readonly<Record<string, (now: number) => Promise<object>>> {
  const alone = Object.entries(table).map(([name, job]) => {
    const run = (now: number): Promise<object> => runOne(name as JobName, job, now, jobShareMaxMs);
    return [name, run] as const;
  });
  return { ...Object.fromEntries(alone), tick: (now) => tick(table, now) };
}

async function tick(table: JobTable, now: number): Promise<object> {
  const leases = new Map((await find('leases', {}, { limit: 100 })).map((lease) => [lease._id, lease]));
  const due = dueJobs(leases, now);
  const results: Record<string, object> = {};
  for (const [place, name] of due.entries()) {
    const at = systemClock();
    const shareMs = jobShareMs(now + tickMaxMs - at, due.length - place);
    if (shareMs === 0) break;
    results[name] = await runOne(name, table[name], at, shareMs, leases.get(name)?.ranAt ?? 0).catch((fault: unknown) => {
      const message = fault instanceof Error ? (fault.stack ?? fault.message) : JSON.stringify(fault);
      console.error(JSON.stringify({ level: 'fault', at, job: name, message }));
      return { fault: true };
    });
  }
  return results;
}

function runOne(name: JobName, job: Job, now: number, shareMs: number, ranAt?: number): Promise<object> {
  const { leaseSeconds, batch } = jobs[name];
  const held = { name, now, leaseMs: leaseSeconds * 1000, clock: systemClock, ranAt };
  return withLease(held, () => job(now, systemClock, now + shareMs, batch));
}

import { accept, type Outcome } from '@shared/kernel/refusal';
import type { JobView } from '@shared/store/contract';
import { jobs, type JobName } from '@shared/store/jobs';
import type { Lease } from '@shared/store/types';
import { find } from '../../adapters/database';
import type { StaffCaller } from './admitStaff';

/** Every job with its last run: when, how long, what came of it and what is left. */
export async function listJobs(who: StaffCaller): Promise<Outcome<{ readonly jobs: readonly JobView[] }>> {
  const leases = new Map((await find('leases', {}, { limit: 100 })).map((lease) => [lease._id, lease]));
  return accept({ jobs: (Object.keys(jobs) as JobName[]).map((name) => view(name, leases.get(name), who.now)) });
}

function view(name: JobName, lease: Lease | undefined, now: number): JobView {
  const { everyMinutes, priority } = jobs[name];
  if (lease === undefined) return { name, everyMinutes, priority, ranAt: null, tookMs: null, state: 'never', lastResult: {}, fault: null };
  const { ranAt, tookMs, lastResult, fault } = lease;
  const unfinished = lease.until > now ? 'running' : 'killed';
  const ended = fault === null ? 'ended' : 'failed';
  return { name, everyMinutes, priority, ranAt, tookMs, state: tookMs === null ? unfinished : ended, lastResult, fault };
}

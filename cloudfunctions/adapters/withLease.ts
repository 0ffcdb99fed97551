import { randomId } from '@shared/kernel/id';
import { accept, refuse } from '@shared/kernel/refusal';
import { put } from './database';
import { systemRandom } from './random';
import { transact } from './transact';

/** How much longer than its tick a lease holds: a killed run frees its job after this. */
const leaseSlackMs = 5_000;

type JobResult = Readonly<Record<string, number | boolean>>;

/**
 * Runs a job unless another run holds its lease (timers may fire twice or overlap): `skipped` then. The lease ends with the run;
 * a run that was killed keeps it until the tick's time has passed. The job must be harmless to run twice all the same.
 */
export async function withLease(name: string, now: number, tickMaxMs: number, job: () => Promise<object>): Promise<JobResult> {
  const holder = randomId(systemRandom);
  const until = now + tickMaxMs + leaseSlackMs;
  const taken = await transact(async (transaction) => {
    const lease = await transaction.get('leases', name);
    if (lease !== null && lease.until > now) return refuse('held');
    await transaction.put('leases', { _id: name, holder, until, ranAt: now, lastResult: lease?.lastResult ?? {} });
    return accept(null);
  });
  if (!taken.ok) return { skipped: true };
  const result = (await job()) as JobResult;
  await put('leases', { _id: name, holder, until: now, ranAt: now, lastResult: result });
  return result;
}

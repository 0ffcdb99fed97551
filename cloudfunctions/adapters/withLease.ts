import { randomId } from '@shared/kernel/id';
import { accept, refuse } from '@shared/kernel/refusal';
import type { Lease } from '@shared/store/types';
import { change } from './database';
import { systemRandom } from './random';
import { transact } from './transact';

type JobResult = Readonly<Record<string, number | boolean>>;

interface Held {
  readonly name: string;
  readonly now: number;
  readonly leaseMs: number;
  readonly clock: () => number;
  /** When it last ran, as whoever planned this run knew: if it has run since, this run is not needed. Left out: it runs whenever. */
  readonly ranAt?: number | undefined;
}

/**
 * Runs a job unless another run holds its lease (timers may fire twice or overlap): `skipped` then. The lease ends with the run;
 * a run that was killed keeps it until the lease's time has passed. Whoever lost the lease meanwhile does not end another's.
 * When, how long and with what result it ran is kept with the lease. The job must be harmless to run twice all the same.
 */
export async function withLease(held: Held, job: () => Promise<object>): Promise<JobResult> {
  const holder = randomId(systemRandom);
  const { name, now, leaseMs, clock, ranAt } = held;
  const taken = await transact(async (transaction) => {
    const lease = await transaction.get('leases', name);
    if (lease !== null && isHeld(lease, now, leaseMs)) return refuse('held');
    if (ranAt !== undefined && (lease?.ranAt ?? 0) !== ranAt) return refuse('held');
    const lastResult = lease?.lastResult ?? {};
    await transaction.put('leases', { _id: name, holder, until: now + leaseMs, ranAt: now, tookMs: null, lastResult, fault: null });
    return accept(null);
  });
  if (!taken.ok) return { skipped: true };
  const end = (fields: Partial<Lease>): Promise<number> =>
    change('leases', { _id: name, holder }, { until: 0, tookMs: clock() - now, ...fields });
  try {
    const result = (await job()) as JobResult;
    await end({ lastResult: result, fault: null });
    return result;
  } catch (fault) {
    await end({ fault: fault instanceof Error ? fault.message : JSON.stringify(fault) });
    throw fault;
  }
}

/** A lease that would last longer than any is from before the clock was set back: it holds nothing. */
function isHeld(lease: Lease, now: number, leaseMs: number): boolean {
  return lease.until > now && lease.until - now <= leaseMs;
}

import type { Lease } from './types';

interface JobRow {
  /** How long after its last run it is due again. */
  readonly everyMinutes: number;
  /** Documents looked at per read. */
  readonly batch: number;
  /** How long a run may hold the job: a killed one frees it after this. Longer than a share of a tick. */
  readonly leaseSeconds: number;
  /** 1 goes first. */
  readonly priority: number;
}

/** Every job there is; `cloudfunctions/jobs` says what each does. One timer runs those that are due. */
export const jobs = {
  sendOutbox: { everyMinutes: 1, batch: 200, leaseSeconds: 20, priority: 1 },
  checkinReminder: { everyMinutes: 5, batch: 100, leaseSeconds: 20, priority: 3 },
  poolClosed: { everyMinutes: 1, batch: 100, leaseSeconds: 20, priority: 3 },
  pickupReady: { everyMinutes: 1, batch: 100, leaseSeconds: 20, priority: 2 },
  anniversary: { everyMinutes: 10, batch: 100, leaseSeconds: 20, priority: 4 },
  festival: { everyMinutes: 5, batch: 100, leaseSeconds: 20, priority: 3 },
  newGoods: { everyMinutes: 10, batch: 100, leaseSeconds: 20, priority: 4 },
  pointsLapsing: { everyMinutes: 15, batch: 100, leaseSeconds: 20, priority: 4 },
  sweep: { everyMinutes: 1, batch: 100, leaseSeconds: 20, priority: 1 },
  eraseMembers: { everyMinutes: 10, batch: 50, leaseSeconds: 20, priority: 3 },
  exportMembers: { everyMinutes: 1, batch: 20, leaseSeconds: 20, priority: 3 },
  tendAvatars: { everyMinutes: 2, batch: 100, leaseSeconds: 20, priority: 3 },
  birthday: { everyMinutes: 5, batch: 100, leaseSeconds: 20, priority: 3 },
  climbLadder: { everyMinutes: 5, batch: 100, leaseSeconds: 20, priority: 3 },
  race: { everyMinutes: 1, batch: 100, leaseSeconds: 20, priority: 3 },
  settlePlanOrders: { everyMinutes: 1, batch: 100, leaseSeconds: 20, priority: 2 },
  servePaidCards: { everyMinutes: 1, batch: 100, leaseSeconds: 20, priority: 2 },
  tierWarning: { everyMinutes: 15, batch: 100, leaseSeconds: 20, priority: 4 },
  warnVouchers: { everyMinutes: 10, batch: 100, leaseSeconds: 20, priority: 3 },
  revokeVouchers: { everyMinutes: 1, batch: 100, leaseSeconds: 20, priority: 2 },
  callOffSessions: { everyMinutes: 1, batch: 100, leaseSeconds: 20, priority: 2 },
  grantChances: { everyMinutes: 1, batch: 100, leaseSeconds: 20, priority: 2 },
  referral: { everyMinutes: 1, batch: 100, leaseSeconds: 20, priority: 3 },
  closePools: { everyMinutes: 1, batch: 500, leaseSeconds: 20, priority: 3 },
  closeShifts: { everyMinutes: 10, batch: 100, leaseSeconds: 20, priority: 3 },
} as const satisfies Readonly<Record<string, JobRow>>;

export type JobName = keyof typeof jobs;

/** A job's own share of a tick, at most. */
export const jobShareMaxMs = 15_000;
/** After this no further job is begun: the function's own time-out is 60 s. */
export const tickMaxMs = 45_000;

const minuteMs = 60_000;

/**
 * The jobs that are due, in the order in which they run: by priority, then who has waited longest. A job that never ran is due, and so is
 * one whose last run lies in the future (a clock was set back).
 */
export function dueJobs(leases: ReadonlyMap<string, Pick<Lease, 'ranAt'>>, now: number): readonly JobName[] {
  const ranAt = (name: JobName): number => leases.get(name)?.ranAt ?? 0;
  const due = (Object.keys(jobs) as JobName[]).filter((name) => {
    // A timer that fires a little early must not make a job wait for another whole turn.
    const waitMs = jobs[name].everyMinutes * minuteMs * 0.9;
    return ranAt(name) > now || now - ranAt(name) >= waitMs;
  });
  return due.sort((a, b) => jobs[a].priority - jobs[b].priority || ranAt(a) - ranAt(b));
}

/**
 * How long the next job of a tick may take (ms): never more than its share, never so much that those after it get nothing. What one leaves
 * over is there for the next.
 */
export function jobShareMs(leftMs: number, jobsLeft: number): number {
  return Math.max(0, Math.min(jobShareMaxMs, Math.floor((leftMs * 2) / (jobsLeft + 1))));
}

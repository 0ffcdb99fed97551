import fc from 'fast-check';
import { dueJobs, jobs, jobShareMaxMs, jobShareMs, tickMaxMs, type JobName } from '@shared/store/jobs';

const minuteMs = 60_000;
const names = Object.keys(jobs) as JobName[];
const ranAll = (ranAt: number) => new Map(names.map((name) => [name, { ranAt }]));

test('a job that never ran is due, one that has just run is not, and its time comes again', () => {
  const now = 1_000_000_000;
  expect([...dueJobs(new Map(), now)].sort()).toEqual([...names].sort());
  expect(dueJobs(ranAll(now - 1), now)).toEqual([]);
  expect(dueJobs(ranAll(now - jobs.sweep.everyMinutes * minuteMs), now)).toContain('sweep');
});

test('a clock that was set back keeps no job waiting', () => {
  expect(dueJobs(ranAll(5 * minuteMs), minuteMs)).toHaveLength(names.length);
});

test('jobs run by priority, and of the same priority the one that waited longest first', () => {
  const order = dueJobs(new Map(names.map((name, index) => [name, { ranAt: index }])), 1_000_000_000);
  const keys = order.map((name) => [jobs[name].priority, names.indexOf(name)] as const);
  expect(keys).toEqual([...keys].sort((a, b) => a[0] - b[0] || a[1] - b[1]));
});

test('no job takes more than its share, and together they end before the function’s time-out', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (count, uses) => {
      let leftMs = tickMaxMs;
      for (let jobsLeft = count; jobsLeft > 0; jobsLeft -= 1) {
        const shareMs = jobShareMs(leftMs, jobsLeft);
        expect(shareMs).toBeLessThanOrEqual(jobShareMaxMs);
        expect(shareMs).toBeGreaterThan(0);
        const used: number = uses.next().value;
        leftMs -= Math.floor(shareMs * used);
        expect(leftMs).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});

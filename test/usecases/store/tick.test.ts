import { minuteMs } from '@shared/kernel/time';
import { jobs } from '@shared/store/jobs';
import { openShop, type TestShop } from '../openShop';

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop(3);
});
afterEach(() => shop.cloud.faults.order(''));
afterAll(() => shop.close());

const tick = async (): Promise<Record<string, unknown>> =>
  ((await shop.cloud.runTimer('jobs', 'tick')) as { value: Record<string, unknown> }).value;
const listed = async (name: string) => (await shop.must('operator-1', 'console', 'store.jobs', {})).jobs.find((job) => job.name === name);

test('a tick runs every job once, two at once run each once, and a tick right afterwards runs none', async () => {
  expect(await listed('sweep')).toMatchObject({ state: 'never', ranAt: null });
  const both = await Promise.all([tick(), tick()]);
  for (const name of Object.keys(jobs)) {
    const ran = both.filter((results) => results[name] !== undefined && !('skipped' in (results[name] as object)));
    expect([name, ran.length]).toEqual([name, 1]);
  }
  expect(await tick()).toEqual({});
  expect(await listed('sweep')).toMatchObject({ state: 'ended', lastResult: { settled: 0, more: false }, fault: null });
});

test('a minute later the jobs of every minute run again', async () => {
  shop.cloud.clock.advanceMs(minuteMs);
  expect(Object.keys(await tick())).toContain('sweep');
});

test('a job that is killed frees itself when its lease is over, and the list says so', async () => {
  shop.cloud.clock.advanceMs(minuteMs);
  shop.cloud.faults.order('seed=1,killWorker=1@getDocument');
  await expect(shop.cloud.runTimer('jobs', 'sweep')).rejects.toThrow();
  shop.cloud.faults.order('seed=1,killWorker=1@commitTransaction');
  await expect(shop.cloud.runTimer('jobs', 'sweep')).rejects.toThrow();
  shop.cloud.faults.order('');
  expect(await shop.cloud.runTimer('jobs', 'sweep')).toMatchObject({ value: { skipped: true } });
  expect(await listed('sweep')).toMatchObject({ state: 'running', tookMs: null });
  shop.cloud.clock.advanceMs(jobs.sweep.leaseSeconds * 1000 + 1);
  expect(await listed('sweep')).toMatchObject({ state: 'killed' });
  expect(await shop.cloud.runTimer('jobs', 'sweep')).toMatchObject({ value: { settled: 0 } });
});

test('one job’s fault does not keep the others from running', async () => {
  shop.cloud.clock.advanceMs(24 * 60 * minuteMs);
  await shop.cloud.data.insert('accounts', [{ _id: 'broken', nextDueOn: '2026-01-01' }]);
  const results = await tick();
  expect(results['sweep']).toEqual({ fault: true });
  expect(Object.keys(results).sort()).toEqual(Object.keys(jobs).sort());
  expect(await listed('sweep')).toMatchObject({ state: 'failed', fault: expect.any(String) as string });
  await shop.cloud.data.remove('accounts', { _id: 'broken' });
});

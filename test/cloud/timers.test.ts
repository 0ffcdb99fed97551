import { nextCronMs } from '@localcloud/timers/nextCronMs';
import { openCloud } from '@localcloud/index';
import { rmSync } from 'node:fs';
import { freshFolder } from './openScriptCloud';
import { probeFunction } from './probe';

/** Each with the moments it is due, in UTC+8 as the platform counts. */
const crons: readonly { readonly name: string; readonly cron: string; readonly after: string; readonly due: readonly string[] }[] = [
  {
    name: 'every five minutes',
    cron: '0 */5 * * * * *',
    after: '2024-01-01T00:03:00+08:00',
    due: ['2024-01-01T00:05:00+08:00', '2024-01-01T00:10:00+08:00'],
  },
  {
    name: 'each night, never at the moment itself',
    cron: '0 30 2 * * * *',
    after: '2024-01-01T02:30:00+08:00',
    due: ['2024-01-02T02:30:00+08:00'],
  },
  {
    name: 'each night at midnight there',
    cron: '0 0 0 * * * *',
    after: '2024-01-01T15:59:59Z',
    due: ['2024-01-01T16:00:00Z', '2024-01-02T16:00:00Z'],
  },
  { name: 'the eighth of a month', cron: '0 0 0 8 * * *', after: '2024-01-08T00:00:00+08:00', due: ['2024-02-08T00:00:00+08:00'] },
  { name: 'working days', cron: '0 0 9 * * MON-FRI *', after: '2024-03-01T10:00:00+08:00', due: ['2024-03-04T09:00:00+08:00'] },
  { name: 'Sunday as 0 and as 7', cron: '0 0 9 * * 7 *', after: '2024-03-01T10:00:00+08:00', due: ['2024-03-03T09:00:00+08:00'] },
  {
    name: 'a day or a weekday',
    cron: '0 0 0 15 * MON *',
    after: '2024-01-09T00:00:00+08:00',
    due: ['2024-01-15T00:00:00+08:00', '2024-01-22T00:00:00+08:00'],
  },
  {
    name: 'lists and steps',
    cron: '10,40 0-30/15 8 * * * *',
    after: '2024-01-01T08:15:20+08:00',
    due: ['2024-01-01T08:15:40+08:00', '2024-01-01T08:30:10+08:00'],
  },
  { name: 'the leap day', cron: '0 0 0 29 2 * *', after: '2024-03-01T00:00:00+08:00', due: ['2028-02-29T00:00:00+08:00'] },
  { name: 'one year only', cron: '0 0 0 1 1 * 2026', after: '2024-03-01T00:00:00+08:00', due: ['2026-01-01T00:00:00+08:00'] },
];

describe('crons of seven fields', () => {
  it.each(crons)('$name', ({ cron, after, due }) => {
    let atMs = Date.parse(after);
    for (const moment of due) {
      const nextMs = nextCronMs(cron, atMs);
      expect(new Date(nextMs ?? 0).toISOString()).toBe(new Date(moment).toISOString());
      atMs = nextMs ?? 0;
    }
  });

  it('are never due again when their year is over', () => {
    expect(nextCronMs('0 0 0 1 1 * 2020', Date.parse('2024-01-01T00:00:00Z'))).toBeUndefined();
  });

  it.each(['* * * * *', '0 60 * * * * *', '0 0 0 0 * * *', 'a 0 0 * * * *', '0 0 5-2 * * * *', ''])('refuse %p', (cron) => {
    expect(() => nextCronMs(cron, 0)).toThrow('cannot be read');
  });
});

describe('timers', () => {
  it('run by themselves when the clock passes their time, once however far it jumped', async () => {
    const dataDir = freshFolder();
    const timers = [{ name: 'nightly', cron: '0 30 2 * * * *' }];
    const collections = [{ name: 'notes', indexes: [] }];
    const cloud = await openCloud({
      dataDir,
      collections,
      functions: [probeFunction({ name: 'nightly', callers: 'nobody', timers })],
      runTimers: true,
    });
    cloud.clock.advanceMs(3 * 86_400_000);
    while (cloud.lastInvocations().length === 0) await new Promise((done) => setTimeout(done, 20));
    // The probe knows no act called by a timer; that it was called at all is what counts here.
    expect(cloud.lastInvocations()).toHaveLength(1);
    expect(cloud.lastInvocations()[0]).toMatchObject({ functionName: 'nightly', operations: 1 });
    await cloud.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('with a cron that cannot be read refuse to open, and leave nothing open', async () => {
    const dataDir = freshFolder();
    const functions = [probeFunction({ timers: [{ name: 'odd', cron: 'now and then' }] })];
    const { port } = new URL(await freeAddress());
    const options = { dataDir, collections: [], listen: { port: Number(port) } };
    await expect(openCloud({ ...options, functions })).rejects.toThrow('cannot be read');
    const cloud = await openCloud({ ...options, functions: [] });
    expect(cloud.address).toBe(`http://127.0.0.1:${port}`);
    await cloud.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
});

/** Where a cloud listened a moment ago, and nobody does now. */
async function freeAddress(): Promise<string> {
  const dataDir = freshFolder();
  const cloud = await openCloud({ dataDir, collections: [], functions: [] });
  await cloud.close();
  rmSync(dataDir, { recursive: true, force: true });
  return String(cloud.address);
}

import { openShop, type TestShop } from '../openShop';

// One instance of each function, so that it is known to hold the settings when operations are counted.
let shop: TestShop;
beforeAll(async () => {
  shop = await openShop(1);
});
afterAll(() => shop.close());

const operationsMax = 8;

/** What a check-in on a day costs, in operations. */
async function costOn(day: string): Promise<number> {
  shop.cloud.clock.setMs(Date.parse(`${day}T02:00:00Z`));
  await shop.must('ida', 'member', 'member.home', { codeVersionHeld: 0 });
  await shop.must('ida', 'member', 'checkin.perform', { key: `tap-on-${day}` });
  const last = shop.cloud.lastInvocations().filter(({ functionName }) => functionName === 'member');
  return last.at(-1)?.operations ?? 0;
}

test('a check-in takes at most eight operations, with a milestone in points too; one that gives a chance writes that chance', async () => {
  const rows = [2, 3].map((days, index) => ({
    days,
    reward: index === 0 ? { kind: 'points', points: 30 } : { kind: 'chance', count: 1 },
  }));
  await shop.must('operator-1', 'console', 'store.apply', {
    ...{ section: 'programme', rows: [{ milestones: rows }], dryRun: false, firstRow: 0 },
  });
  await shop.join('ida');
  const costs = [await costOn('2026-12-01'), await costOn('2026-12-02'), await costOn('2026-12-03'), await costOn('2026-12-04')];
  expect(costs.map((cost) => cost - operationsMax)).toEqual([0, 0, 1, 0]);
  expect((await shop.must('ida', 'member', 'game.play', {})).chances?.left).toBe(1);
});

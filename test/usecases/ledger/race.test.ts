import { dayMs } from '@shared/kernel/time';
import type { Home } from '@shared/member/contract';
import { openShop, type TestShop } from '../openShop';

let shop: TestShop;
beforeEach(async () => {
  shop = await openShop(4);
});
afterEach(() => shop.close());

async function buy(openid: string, orderNo: string, yuan: number): Promise<void> {
  await shop.join(openid);
  const home = (await shop.must(openid, 'member', 'member.home', { codeVersionHeld: 0 })) as Home;
  const { visitId } = await shop.must('clerk-west', 'staff', 'visit.open', { code: shop.codeOf(home), by: 'scan' });
  const lines = [{ categoryId: 'general', amountFen: yuan * 100 }];
  await shop.must('clerk-west', 'staff', 'purchase.confirm', { key: `purchase-${orderNo}`, visitId, orderNo, lines });
}

const race = () => shop.cloud.runTimer('jobs', 'race');
const view = (openid: string, which: 'this' | 'last' = 'this') => shop.must(openid, 'member', 'ledger.race', { which });
const prizes = () => shop.cloud.data.find('entries', { kind: 'race' }, { sort: { availableDelta: -1 } });
/** 1 December, when November's purchases of the 22nd and 23rd have been released. */
const toDecember = async (): Promise<void> => {
  shop.cloud.clock.advanceMs(9 * dayMs);
  await shop.sweep();
};

test('released points count for the month of the purchase; nothing is skipped or counted twice however often the job runs', async () => {
  await buy('anna', 'R1', 300);
  await buy('bea', 'R2', 200);
  await race();
  expect((await view('anna')).points).toBe(0);
  await toDecember();
  await Promise.all([race(), race(), race()]);
  await race();
  const month = await view('anna', 'last');
  expect(month).toMatchObject({ month: '2026-11', points: 300, racers: 2, rank: { kind: 'exact', place: 1 }, settlesOn: '2026-12-08' });
  expect(month.top).toMatchObject([
    { place: 1, points: 300, mine: true },
    { place: 2, points: 200, mine: false, name: null },
  ]);
  expect((await view('anna')).racers).toBe(0);
  expect(await shop.cloud.data.find('accounts', { raceStale: true })).toEqual([]);
});

test('a job killed between reading and writing loses nothing: the account says what is still to be carried over', async () => {
  await buy('anna', 'K1', 300);
  await toDecember();
  expect(await shop.cloud.data.find('accounts', { raceStale: true })).toHaveLength(1);
  await race();
  const before = await shop.cloud.data.find('races', {});
  // As after a backup in which the racer was carried over and the mark was not yet taken off.
  await shop.cloud.data.update(
    'accounts',
    { memberId: before[0] === undefined ? '' : await memberOf('anna') },
    { $set: { raceStale: true } },
  );
  await race();
  expect(await shop.cloud.data.find('races', {})).toEqual(before);
});

async function memberOf(openid: string): Promise<string> {
  const [member] = await shop.cloud.data.find('members', { _id: openid });
  return String(member?.['memberId']);
}

test('names are shown only to those who chose so', async () => {
  await buy('anna', 'N1', 300);
  await shop.must('anna', 'member', 'member.updateProfile', { nickname: '安娜' });
  await toDecember();
  await race();
  await shop.join('bea');
  expect((await view('bea', 'last')).top).toMatchObject([{ name: null }]);
  expect(await shop.must('anna', 'member', 'ledger.showRaceName', { show: true })).toEqual({ nameShown: true });
  shop.cloud.clock.advanceMs(31_000);
  expect((await view('bea', 'last')).top).toMatchObject([{ name: '安娜', mine: false }]);
});

test('who is leaving when the race is settled wins nothing, even if they stay; the others’ places are as they were', async () => {
  await buy('anna', 'Q1', 300);
  await buy('bea', 'Q2', 200);
  await toDecember();
  shop.cloud.clock.setMs(Date.UTC(2026, 11, 5, 10));
  await shop.must('anna', 'member', 'member.leave', { key: 'anna-leaves' });
  shop.cloud.clock.setMs(Date.UTC(2026, 11, 7, 17));
  await shop.sweep();
  await race();
  expect(await prizes()).toMatchObject([{ accountId: await memberOf('bea'), availableDelta: 500, note: { place: 2 } }]);
  await shop.must('anna', 'member', 'member.stay', {});
  await race();
  expect(await prizes()).toHaveLength(1);
});

test('who has left for good before the race is settled is paid nothing: their account stays closed', async () => {
  await buy('anna', 'G1', 300);
  await buy('bea', 'G2', 200);
  await toDecember();
  await race();
  const anna = await memberOf('anna');
  await shop.must('anna', 'member', 'member.leave', { key: 'anna-leaves' });
  shop.cloud.clock.advanceMs(7 * dayMs + 60_000);
  await shop.cloud.runTimer('jobs', 'eraseMembers');
  await shop.sweep();
  await race();
  expect(await prizes()).toMatchObject([{ accountId: await memberOf('bea') }]);
  expect(await shop.cloud.data.find('accounts', { _id: anna })).toMatchObject([{ available: 0 }]);
  expect(await shop.cloud.data.find('outbox', { memberId: anna })).toEqual([]);
});

test('the race is settled once on the 8th, not before the sweep has passed the 7th; prizes are points of their own kind', async () => {
  await buy('anna', 'S1', 300);
  await buy('bea', 'S2', 200);
  await toDecember();
  await buy('bea', 'S3', 10);
  shop.cloud.clock.setMs(Date.UTC(2026, 11, 7, 10));
  await race();
  expect(await prizes()).toEqual([]);
  shop.cloud.clock.setMs(Date.UTC(2026, 11, 7, 17));
  await shop.cloud.data.update('accounts', { memberId: await memberOf('anna') }, { $set: { nextDueOn: '2026-12-07' } });
  await race();
  expect(await prizes()).toEqual([]);
  await shop.sweep();
  await Promise.all([race(), race()]);
  await race();
  expect(await prizes()).toMatchObject([
    { availableDelta: 1_000, note: { month: '2026-11', place: 1 } },
    { availableDelta: 500, note: { place: 2 } },
  ]);
  expect(await shop.cloud.data.find('races', { _id: '2026-11' })).toMatchObject([{ state: 'settled' }]);
  expect(await shop.cloud.data.find('outbox', { kind: 'raceResult' })).toHaveLength(2);
  shop.cloud.clock.advanceMs(31_000);
  expect((await view('bea')).last).toEqual({ month: '2026-11', place: 2, prize: { zh: '500 积分', en: '500 points' } });
  expect((await shop.reconcile()).differences).toEqual([]);
});

test('thirty members at once: every point of theirs is in the race, and beyond the hundredth a place is told as about', async () => {
  const people = Array.from({ length: 30 }, (_, index) => `racer-${index}`);
  await Promise.all(people.map((openid, index) => buy(openid, `M${index}`, 10 + index)));
  await toDecember();
  await Promise.all([race(), race()]);
  await race();
  const racers = Array.from({ length: 400 }, (_, index) => ({
    _id: `2026-11:made-up-${index}`,
    month: '2026-11',
    memberId: `made-up-${index}`,
    accountId: `made-up-${index}`,
    points: 1_000 + index,
    since: 1,
  }));
  const [month] = await shop.cloud.data.find('races', { _id: '2026-11' });
  expect(Object.values(month?.['steps'] as Record<string, number>).reduce((sum, count) => sum + count, 0)).toBe(30);
  const real = await shop.cloud.data.find('race', {}, { limit: 100 });
  expect(real.reduce((sum, racer) => sum + Number(racer['points']), 0)).toBe(30 * 10 + (30 * 29) / 2);
  await shop.cloud.data.insert('race', racers);
  await shop.cloud.data.update('races', { _id: '2026-11' }, { $set: { steps: { ...(month?.['steps'] as object), '200': 400 } } });
  shop.cloud.clock.advanceMs(31_000);
  const seen = await view('racer-29', 'last');
  expect(seen.top).toHaveLength(100);
  expect(seen.rank).toEqual({ kind: 'about', place: 400 });
});

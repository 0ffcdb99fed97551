import { dayMs, minuteMs } from '@shared/kernel/time';
import { openShop, sundayMorningMs, type TestShop } from '../openShop';
import { addressee } from './postRoom';

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop(2);
});
afterAll(() => shop.close());

const at = (day: string, clock: string): void => shop.cloud.clock.setMs(Date.parse(`${day}T${clock}:00.000+08:00`));
const run = (job: string): Promise<unknown> => shop.cloud.runTimer('jobs', job);
const queued = async (memberId: string) => (await shop.cloud.data.find('outbox', { memberId })).map(({ kind }) => kind);

/** Somebody with points that lapse on 30 November 2027, and a reward that waits at the shop. */
async function holder(openid: string): Promise<string> {
  const { memberId } = await addressee(shop, openid, { lapse: 1, pickup: 1 });
  await shop.cloud.data.update(
    'accounts',
    { _id: memberId },
    { $set: { available: 500, lots: [{ id: '2026-11', endsOn: '2027-11-30', points: 500 }] } },
  );
  return memberId;
}

test('nothing is written to who is leaving or has left, by any job; who stays after all is told again', async () => {
  shop.cloud.clock.setMs(sundayMorningMs);
  const [goes, hesitates, stays] = [await holder('goes'), await holder('hesitates'), await holder('stays')];
  at('2027-10-24', '11:00');
  for (const openid of ['goes', 'hesitates', 'stays']) {
    await shop.must(openid, 'member', 'reward.redeem', { key: `redeem-${openid}`, rewardId: 'mug' });
  }
  await shop.must('goes', 'member', 'member.leave', { key: 'leave-goes' });
  shop.cloud.clock.advanceMs(7 * dayMs + minuteMs);
  await run('eraseMembers');
  await shop.must('hesitates', 'member', 'member.leave', { key: 'leave-hesitates' });
  at('2027-10-31', '12:00');
  for (const job of ['pickupReady', 'pointsLapsing']) await run(job);
  expect([await queued(goes), await queued(hesitates)]).toEqual([[], []]);
  expect(await queued(stays)).toEqual(expect.arrayContaining(['pickupReady', 'pointsLapsing']));
  await shop.must('hesitates', 'member', 'member.stay', {});
  at('2027-11-23', '12:00');
  await run('pointsLapsing');
  expect([await queued(goes), await queued(hesitates)]).toEqual([[], ['pointsLapsing']]);
});

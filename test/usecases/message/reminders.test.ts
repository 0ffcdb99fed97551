import { dayMs } from '@shared/kernel/time';
import { openShop, type TestShop } from '../openShop';
import { addressee, sendOutbox } from './postRoom';

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop(2);
});
afterAll(() => shop.close());

const at = (day: string, clock: string): void => shop.cloud.clock.setMs(Date.parse(`${day}T${clock}:00.000+08:00`));
const run = (job: string): Promise<unknown> => shop.cloud.runTimer('jobs', job);
const drafted = (kind: string) => shop.cloud.data.find('outbox', { kind });

test('whoever asked is reminded once, in the evening, of a streak that would break', async () => {
  at('2026-11-22', '10:00');
  for (const openid of ['anna', 'bea', 'cleo']) await addressee(shop, openid, openid === 'cleo' ? {} : { checkin: 1 });
  for (const day of ['2026-11-22', '2026-11-23']) {
    at(day, '10:00');
    for (const openid of ['anna', 'bea', 'cleo']) await shop.must(openid, 'member', 'checkin.perform', { key: `${openid}-${day}` });
  }
  at('2026-11-24', '12:00');
  await shop.must('bea', 'member', 'checkin.perform', { key: 'bea-on-the-24th' });
  await run('checkinReminder');
  expect(await drafted('checkinReminder')).toEqual([]);
  at('2026-11-24', '18:30');
  await run('checkinReminder');
  await run('checkinReminder');
  expect(await drafted('checkinReminder')).toMatchObject([{ facts: { streak: 2 } }]);
  await sendOutbox(shop);
  expect(shop.cloud.wechat.messages().map(({ openid, data }) => [openid, data])).toEqual([
    ['anna', { thing1: '星光打卡', number2: '2', thing3: '今天还没打卡，别断了' }],
  ]);
});

test('points that lapse are told of 30 and 7 days before, once each, also when a day was missed', async () => {
  at('2027-10-31', '12:00');
  await run('pointsLapsing');
  expect((await drafted('pointsLapsing')).length).toBe(3);
  await run('pointsLapsing');
  shop.cloud.clock.advanceMs(dayMs);
  await run('pointsLapsing');
  expect((await drafted('pointsLapsing')).length).toBe(3);
  at('2027-11-24', '12:00');
  await run('pointsLapsing');
  const messages = await drafted('pointsLapsing');
  expect(messages.map(({ facts }) => (facts as { days: number }).days).sort()).toEqual([30, 30, 30, 7, 7, 7]);
  expect(messages[0]).toMatchObject({ facts: { day: '2027-11-30' } });
});

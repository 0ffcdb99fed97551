import { dayMs } from '@shared/kernel/time';
import { openShop, type TestShop } from '../openShop';
import { couponRow } from '../voucher/couponRow';

let shop: TestShop;
beforeEach(async () => {
  shop = await openShop(2);
});
afterEach(() => shop.close());

const at = (day: string, clock: string): void => shop.cloud.clock.setMs(Date.parse(`${day}T${clock}:00.000+08:00`));
const run = (job: string): Promise<unknown> => shop.cloud.runTimer('jobs', job);
const drafted = (kind: string) => shop.cloud.data.find('outbox', { kind });
const apply = (section: 'festivals' | 'products' | 'coupons', rows: readonly object[]) =>
  shop.must('operator-1', 'console', 'store.apply', { section, rows: [...rows], dryRun: false, firstRow: 0 });
const newYear = {
  id: 'new-year',
  date: '01-01',
  name: { zh: '新年好', en: 'Happy new year' },
  words: { zh: '新的一年，灯火可亲。', en: 'A bright new year.' },
  gift: { points: 20 },
};
/** However often the jobs run, twice at once or after having forgotten how far they were. */
async function runOften(job: string): Promise<void> {
  await Promise.all([run(job), run(job)]);
  await shop.cloud.data.remove('dayMarks', {});
  await run(job);
}

test('each year after joining brings a greeting with points, once, also to who joined on the 29th of February', async () => {
  at('2028-02-29', '23:59');
  await shop.join('anna');
  shop.cloud.clock.advanceMs(60_000);
  await shop.join('bea');
  await runOften('anniversary');
  expect(await drafted('anniversary')).toEqual([]);
  at('2029-02-28', '10:00');
  await runOften('anniversary');
  expect(await drafted('anniversary')).toMatchObject([{ facts: { years: 1, giftEn: '50 points' } }]);
  at('2029-03-01', '10:00');
  await runOften('anniversary');
  expect(await drafted('anniversary')).toHaveLength(2);
  const gifts = await shop.cloud.data.find('entries', { 'note.gift': 'anniversary' });
  expect(gifts.map(({ availableDelta }) => availableDelta)).toEqual([50, 50]);
  expect((await shop.reconcile()).differences).toEqual([]);
});

test('a festival of the shop’s file greets everybody once a year with its gift, but who is leaving', async () => {
  await apply('festivals', [newYear]);
  for (const openid of ['anna', 'bea', 'cleo']) await shop.join(openid);
  await shop.must('cleo', 'member', 'member.leave', { key: 'leaving-for-good' });
  at('2026-12-31', '23:00');
  await runOften('festival');
  expect(await drafted('festival')).toEqual([]);
  at('2027-01-01', '08:00');
  await runOften('festival');
  await apply('festivals', [{ ...newYear, words: { zh: '又一年。', en: 'Another year.' } }]);
  await runOften('festival');
  expect(await drafted('festival')).toHaveLength(2);
  const page = await shop.must('anna', 'member', 'message.inbox', {});
  expect(page.messages).toEqual([]);
  await run('sendOutbox');
  const [message] = (await shop.must('anna', 'member', 'message.inbox', {})).messages;
  expect(message).toMatchObject({ title: { zh: '新年好' }, body: { zh: '新的一年，灯火可亲。小小心意：20 积分。' } });
  at('2028-01-01', '08:00');
  await runOften('festival');
  expect(await drafted('festival')).toHaveLength(4);
  expect((await shop.reconcile()).differences).toEqual([]);
});

test('a festival can give a voucher out of its coupon’s stock; when none is left nobody is told of a gift', async () => {
  expect((await apply('festivals', [{ ...newYear, gift: { couponId: 'cake' } }])).rows).toMatchObject([
    { result: 'refused', refusal: { code: 'row.unknownCoupon' } },
  ]);
  await apply('coupons', [couponRow('cake', { claim: 'grant', total: 2 })]);
  await apply('festivals', [{ ...newYear, gift: { couponId: 'cake' } }]);
  for (const openid of ['anna', 'bea', 'cleo']) await shop.join(openid);
  at('2027-01-01', '08:00');
  await runOften('festival');
  expect(await shop.cloud.data.find('vouchers', { couponId: 'cake', state: 'issued' })).toHaveLength(2);
  expect(await drafted('festival')).toHaveLength(2);
});

test('new goods are told of on their day by one message a member, and not to who has switched them off', async () => {
  const product = { name: { zh: '桂花乌龙', en: 'Osmanthus oolong' }, category: 'general', priceFen: 12_850, newOn: '2026-11-23' };
  await apply('products', [
    { ...product, id: 'tea-1' },
    { ...product, id: 'tea-2' },
  ]);
  for (const openid of ['anna', 'bea']) await shop.join(openid);
  await shop.must('bea', 'member', 'message.switch', { topic: 'goods', on: false, language: 'zh' });
  await runOften('newGoods');
  expect(await drafted('newGoods')).toEqual([]);
  shop.cloud.clock.advanceMs(dayMs);
  await runOften('newGoods');
  expect(await drafted('newGoods')).toMatchObject([{ facts: { nameZh: '桂花乌龙', price: 12_850, count: 2 } }]);
  shop.cloud.clock.advanceMs(dayMs);
  await runOften('newGoods');
  expect(await drafted('newGoods')).toHaveLength(1);
});

test('a redeemed reward is told of once, with the shop where it waits; one given back before that is not', async () => {
  await shop.join('anna');
  await shop.join('bea');
  await shop.must('anna', 'member', 'reward.redeem', { key: 'redeem-a-mug', rewardId: 'mug' });
  await shop.must('anna', 'member', 'reward.redeem', { key: 'redeem-a-sticker', rewardId: 'sticker' });
  await shop.must('bea', 'member', 'reward.redeem', { key: 'redeem-and-return', rewardId: 'mug' });
  await shop.must('bea', 'member', 'reward.cancel', { key: 'return-the-mug', redemptionId: 'redeem-and-return' });
  await Promise.all([run('pickupReady'), run('pickupReady')]);
  await run('pickupReady');
  const messages = await drafted('pickupReady');
  expect(messages.map(({ facts }) => facts)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ nameZh: 'mug', shopZh: '西湖店' }),
      expect.objectContaining({ nameZh: 'sticker', shopEn: 'any of our shops' }),
    ]),
  );
  expect(messages).toHaveLength(2);
  expect(await shop.cloud.data.find('units', { untoldAt: { $gt: 0 } })).toEqual([]);
});

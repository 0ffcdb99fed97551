import { openShop, type TestShop } from '../openShop';
import { couponRow } from './couponRow';

const dayMs = 86_400_000;

let shop: TestShop;
beforeEach(async () => {
  shop = await openShop();
  const rows = [couponRow('ten', { total: 5 }), couponRow('sorry', { claim: 'grant', total: 2 })];
  await shop.must('operator-1', 'console', 'store.apply', { section: 'coupons', rows, dryRun: false, firstRow: 0 });
});
afterEach(() => shop.close());

async function claimed(openid: string): Promise<string> {
  await shop.join(openid);
  return (await shop.must(openid, 'member', 'voucher.claim', { key: 'claim-0001', couponId: 'ten' })).voucher.code;
}

const standings = async (openid: string): Promise<readonly string[]> => {
  const tabs = await Promise.all(
    (['usable', 'used', 'lapsed'] as const).map((tab) => shop.must(openid, 'member', 'voucher.mine', { tab })),
  );
  return tabs.flatMap((page) => page.vouchers.map((voucher) => voucher.standing));
};

test('an operator gives a voucher to a card, once a tap, with a reason that is kept', async () => {
  const { cardNumber } = await shop.join('anna');
  const wish = { key: 'grant-0001', cardNumber, couponId: 'sorry', reason: 'waited an hour' };
  const answers = await Promise.all(Array.from({ length: 5 }, () => shop.call('operator-1', 'console', 'voucher.grant', wish)));
  expect(new Set(answers.flatMap((answer) => (answer.ok ? [answer.value.voucherId] : []))).size).toBe(1);
  expect(await standings('anna')).toEqual(['usable']);
  expect(await shop.call('operator-1', 'console', 'voucher.grant', { ...wish, reason: 'another reason' })).toMatchObject({
    refusal: { code: 'key.reused' },
  });
  await shop.must('operator-1', 'console', 'voucher.grant', { ...wish, key: 'grant-0002' });
  expect(await shop.call('operator-1', 'console', 'voucher.grant', { ...wish, key: 'grant-0003' })).toMatchObject({
    refusal: { code: 'voucher.gone' },
  });
  const grants = await shop.cloud.data.find('voucherGrants', {});
  expect(grants).toMatchObject([{ reason: 'waited an hour' }, { reason: 'waited an hour' }]);
});

test('one voucher is revoked with its reason, and is then good for nothing', async () => {
  const code = await claimed('anna');
  await shop.must('operator-1', 'console', 'voucher.revoke', { code, reason: 'printed twice' });
  await shop.must('operator-1', 'console', 'voucher.revoke', { code, reason: 'printed twice' });
  expect(await standings('anna')).toEqual(['revoked']);
  expect(await shop.call('clerk-west', 'staff', 'voucher.check', { code })).toMatchObject({ refusal: { code: 'voucher.revoked' } });
  expect(await shop.cloud.data.find('vouchers', { code })).toMatchObject([{ revoked: { staffId: 'op', reason: 'printed twice' } }]);
});

test('revoking a coupon takes every unused voucher away and gives out no more, whatever a file says later', async () => {
  await Promise.all(['anna', 'bert', 'cara'].map(claimed));
  await shop.must('operator-1', 'console', 'voucher.revokeCoupon', { couponId: 'ten', reason: 'a wrong price' });
  shop.cloud.clock.advanceMs(61_000);
  await shop.cloud.runTimer('jobs', 'tick');
  for (const openid of ['anna', 'bert', 'cara']) expect(await standings(openid)).toEqual(['revoked']);
  const rows = [couponRow('ten', { total: 5 })];
  await shop.must('operator-1', 'console', 'store.apply', { section: 'coupons', rows, dryRun: false, firstRow: 0 });
  shop.cloud.clock.advanceMs(31_000);
  await shop.join('dora');
  expect(await shop.call('dora', 'member', 'voucher.claim', { key: 'claim-0001', couponId: 'ten' })).toMatchObject({
    refusal: { code: 'voucher.noCoupon' },
  });
  expect(await shop.cloud.data.find('coupons', { _id: 'ten' })).toMatchObject([{ active: false, revoked: { done: true } }]);
});

test('holders of vouchers that end in three days are reminded once, however often the job runs', async () => {
  await Promise.all(['anna', 'bert'].map(claimed));
  const reminders = () => shop.cloud.data.find('outbox', { kind: 'voucherLapsing' });
  await shop.cloud.runTimer('jobs', 'tick');
  expect(await reminders()).toEqual([]);
  shop.cloud.clock.advanceMs(26 * dayMs);
  await shop.cloud.runTimer('jobs', 'tick');
  shop.cloud.clock.advanceMs(3_600_000);
  await shop.cloud.runTimer('jobs', 'tick');
  expect(await reminders()).toHaveLength(2);
  expect(await reminders()).toMatchObject([{ facts: { day: '2026-12-21' } }, { facts: { day: '2026-12-21' } }]);
});

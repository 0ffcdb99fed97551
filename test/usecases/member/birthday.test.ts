import { dayMs } from '@shared/kernel/time';
import { defaultProgramme } from '@shared/store/programme';
import type { OccasionGift } from '@shared/tier/types';
import { openShop, type TestShop } from '../openShop';
import { couponRow } from '../voucher/couponRow';

let shop: TestShop;
beforeEach(async () => {
  shop = await openShop(2);
});
afterEach(() => shop.close());

const lively = { consentVersion: '2026-11', consented: true, ageConfirmed: true, marketing: false };
/** The default table gives nothing on the lowest tier: here it gives 30 points, or what is named. */
async function giveOnFirefly(birthdayGift: OccasionGift = { points: 30 }): Promise<void> {
  const { tiers } = defaultProgramme;
  const rows = [{ tiers: tiers.map((tier) => (tier.id === 'firefly' ? { ...tier, birthdayGift } : tier)) }];
  await shop.must('operator-1', 'console', 'store.apply', { section: 'programme', rows, dryRun: false, firstRow: 0 });
  shop.cloud.clock.advanceMs(60_000);
}
const join = (openid: string, birthday: string) => shop.must(openid, 'member', 'member.join', { ...lively, birthday });
const birthdayJob = () => shop.cloud.runTimer('jobs', 'birthday');
const gifts = () => shop.cloud.data.find('entries', { kind: 'gift', source: { $ne: 'welcome' } });

test('the gift comes once on the birthday, with a message, however often the job runs and wherever it was killed', async () => {
  await giveOnFirefly();
  await join('anna', '1990-11-22');
  await join('bea', '1990-11-23');
  await Promise.all([birthdayJob(), birthdayJob()]);
  await shop.cloud.data.remove('dayMarks', {});
  await birthdayJob();
  expect(await gifts()).toMatchObject([{ availableDelta: 30, note: { gift: 'birthday' } }]);
  expect(await shop.cloud.data.find('outbox', { kind: 'birthday' })).toMatchObject([{ facts: { giftEn: '30 points' } }]);
  shop.cloud.clock.advanceMs(dayMs);
  await birthdayJob();
  expect(await gifts()).toHaveLength(2);
  expect((await shop.reconcile()).differences).toEqual([]);
});

test('a birthday farmed by replay: sending it again, or another one, brings no second gift within the year', async () => {
  await giveOnFirefly();
  await join('anna', '1990-11-22');
  await birthdayJob();
  shop.cloud.clock.advanceMs(dayMs);
  for (let time = 0; time < 3; time += 1) await shop.must('anna', 'member', 'member.updateProfile', { birthday: '1990-11-23' });
  await birthdayJob();
  expect(await shop.call('anna', 'member', 'member.updateProfile', { birthday: '1990-11-24' })).toMatchObject({
    refusal: { code: 'member.birthdayLocked' },
  });
  shop.cloud.clock.advanceMs(40 * dayMs);
  await birthdayJob();
  expect(await gifts()).toHaveLength(1);
  shop.cloud.clock.advanceMs(325 * dayMs);
  await birthdayJob();
  expect(await gifts()).toHaveLength(2);
});

test('a job that stood still makes up for a week, not for more', async () => {
  await giveOnFirefly();
  await join('late', '1990-11-16');
  await join('lost', '1990-11-10');
  await birthdayJob();
  expect(await gifts()).toHaveLength(1);
});

test('a tier that gives a voucher issues one, once, out of the coupon’s stock; none left is no fault', async () => {
  await giveOnFirefly({ couponId: 'cake' });
  const rows = [couponRow('cake', { claim: 'grant', total: 2 })];
  await shop.must('operator-1', 'console', 'store.apply', { section: 'coupons', rows, dryRun: false, firstRow: 0 });
  for (const openid of ['anna', 'bea', 'cleo']) await join(openid, '1990-11-22');
  for (let run = 0; run < 3; run += 1) {
    await birthdayJob();
    await shop.cloud.data.remove('dayMarks', {});
  }
  const vouchers = await shop.cloud.data.find('vouchers', { couponId: 'cake' });
  expect(vouchers.map((voucher) => voucher['state']).sort()).toEqual(['issued', 'issued']);
  expect(new Set(vouchers.map((voucher) => voucher['memberId'])).size).toBe(2);
  expect(await shop.cloud.data.find('outbox', { kind: 'birthday' })).toHaveLength(2);
});

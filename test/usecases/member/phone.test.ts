import { dayMs } from '@shared/kernel/time';
import { leftHashOf } from '@shared/member/leave';
import { phoneHashOf } from '@shared/member/phone';
import { openShop, type TestShop } from '../openShop';

const masterKey = 'a key that only tests use, long enough to pass';
let shop: TestShop;
beforeAll(async () => {
  shop = await openShop(2);
});
afterAll(() => shop.close());

const give = (openid: string, key: string, code = shop.cloud.wechat.phoneCode(openid)) =>
  shop.call(openid, 'member', 'member.givePhone', { key, code });
const memberOf = async (openid: string) => (await shop.cloud.data.find('members', { _id: openid }))[0];

test('the number is the platform’s, kept with its hash and the time, shown with its middle hidden', async () => {
  await shop.join('anna');
  expect(await shop.must('anna', 'member', 'member.profile', {})).toMatchObject({ phone: null });
  const answer = await give('anna', 'give-phone-1');
  expect(answer).toMatchObject({ ok: true, value: { phone: expect.stringMatching(/^170\*{4}\d{4}$/) as string } });
  const phone = String((await memberOf('anna'))?.['phone']);
  expect(await memberOf('anna')).toMatchObject({
    phoneHash: phoneHashOf(masterKey, phone),
    phoneGiven: { key: 'give-phone-1', at: expect.any(Number) as number },
  });
});

test('a repeated tap gets its first answer though the code is used up; another tap with that code is refused', async () => {
  await shop.join('bea');
  const code = shop.cloud.wechat.phoneCode('bea');
  const first = await give('bea', 'give-phone-2', code);
  expect(first.ok).toBe(true);
  expect(await give('bea', 'give-phone-2', code)).toEqual({ ...first, now: expect.any(Number) as number });
  expect(await give('bea', 'give-phone-3', code)).toMatchObject({ refusal: { code: 'phone.stale' } });
  const late = shop.cloud.wechat.phoneCode('bea');
  shop.cloud.clock.advanceMs(6 * 60_000);
  expect(await give('bea', 'give-phone-4', late)).toMatchObject({ refusal: { code: 'phone.stale' } });
  expect(await give('stranger', 'give-phone-5')).toMatchObject({ refusal: { code: 'member.unknown' } });
});

test('a number is taken back as easily, and nothing of it stays', async () => {
  await shop.join('cleo');
  await give('cleo', 'give-phone-6');
  const phone = String((await memberOf('cleo'))?.['phone']);
  for (let time = 0; time < 2; time += 1) {
    expect(await shop.must('cleo', 'member', 'member.forgetPhone', {})).toMatchObject({ phone: null });
  }
  expect(JSON.stringify(await memberOf('cleo'))).not.toContain(phone);
  expect(JSON.stringify(await memberOf('cleo'))).not.toContain(phoneHashOf(masterKey, phone));
});

test('whoever leaves is remembered by a hash of openid and number for twelve months, by nothing else', async () => {
  await shop.join('dora');
  await give('dora', 'give-phone-7');
  const phone = String((await memberOf('dora'))?.['phone']);
  await shop.must('dora', 'member', 'member.leave', { key: 'leaving-for-good' });
  shop.cloud.clock.advanceMs(8 * dayMs);
  await shop.cloud.runTimer('jobs', 'eraseMembers');
  expect(await memberOf('dora')).toBeUndefined();
  const hashes = (await shop.cloud.data.find('leftHashes', {})).map(({ _id }) => _id);
  expect(hashes.sort()).toEqual([leftHashOf(masterKey, 'dora'), leftHashOf(masterKey, phone)].sort());
});

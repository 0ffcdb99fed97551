import type { Home } from '@shared/member/contract';
import { openShop, type TestShop } from '../openShop';

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const request = { consentVersion: '2026-11', consented: true, ageConfirmed: true, marketing: false };

test('a stranger is welcomed and told what joining gives', async () => {
  expect(await shop.must('stranger', 'member', 'member.home', { codeVersionHeld: 0 })).toMatchObject({ joined: false, welcomePoints: 50 });
});

test('joining opens a card with the welcome gift, and home shows it', async () => {
  const joined = await shop.join('anna');
  expect(joined).toMatchObject({
    joined: true,
    points: { available: 50, pending: 0, debt: 0 },
    tier: { id: 'firefly', name: { zh: '萤火' } },
  });
  expect(joined.cardNumber).toMatch(/^9\d{15}$/);
  const home = (await shop.must('anna', 'member', 'member.home', { codeVersionHeld: 1 })) as Home;
  expect(home).toMatchObject({ cardNumber: joined.cardNumber, code: null, checkin: { doneToday: false, ladderDay: 1 } });
});

test('home says where somebody works, so that no other phone asks the till or the office, and costs no more for it', async () => {
  const home = (openid: string) => shop.must(openid, 'member', 'member.home', { codeVersionHeld: 1 });
  expect((await home('stranger')).works).toBeNull();
  expect((await home('clerk-gone')).works).toBeNull();
  expect((await shop.join('clerk-west')).works).toEqual({ till: true, office: false });
  expect((await shop.join('operator-1')).works).toEqual({ till: false, office: true });
  await shop.join('fay');
  for (let warming = 0; warming < 8; warming += 1) expect((await home('fay')).works).toBeNull();
  const calls = shop.cloud.lastInvocations().filter(({ functionName }) => functionName === 'member');
  expect(calls.at(-1)?.operations).toBeLessThanOrEqual(4);
});

test('twenty joinings of one person at once open one card and give one gift', async () => {
  const homes = await Promise.all(Array.from({ length: 20 }, () => shop.join('bea')));
  expect(new Set(homes.map((home) => home.cardNumber)).size).toBe(1);
  expect(await shop.cloud.data.find('cards', { openid: 'bea' })).toHaveLength(1);
  expect(homes[0]?.points.available).toBe(50);
});

test('a second phone is given the same secret', async () => {
  const first = await shop.join('cleo');
  const second = (await shop.must('cleo', 'member', 'member.home', { codeVersionHeld: 0 }, 'second-phone')) as Home;
  expect(second.code).toEqual(first.code);
});

test.each([
  [{ consented: false }, 'member.consentNeeded'],
  [{ consentVersion: '2020-01' }, 'member.consentStale'],
  [{ ageConfirmed: false }, 'member.ageNeeded'],
  [{ birthday: '2026-02-30' }, 'call.badInput'],
  [{ nickname: ' ' }, 'call.badInput'],
  [{ openid: 'anna' }, 'call.badInput'],
])('refuses to join with %j and writes nothing', async (change, code) => {
  const answer = await shop.call('dora', 'member', 'member.join', { ...request, ...change });
  expect(answer).toMatchObject({ ok: false, refusal: { code } });
  expect(await shop.cloud.data.find('members', { _id: 'dora' })).toEqual([]);
  expect(await shop.cloud.data.find('cards', { openid: 'dora' })).toEqual([]);
});

test('keeps the consent’s version and time, marketing apart and off', async () => {
  await shop.join('elsa');
  const [member] = await shop.cloud.data.find('members', { _id: 'elsa' });
  expect(member).toMatchObject({ consents: [{ version: '2026-11', at: member?.['joinedAt'] }], marketing: { agreed: false } });
  expect(await shop.must('elsa', 'member', 'member.updateProfile', { nickname: '艾莎', marketing: true })).toMatchObject({
    nickname: '艾莎',
    marketing: true,
  });
});

test('a new code stops the old one on every phone; the same tap again makes no third', async () => {
  const before = await shop.join('fay');
  const renewed = await shop.must('fay', 'member', 'member.renewCode', { key: 'renew-0001' });
  expect(await shop.must('fay', 'member', 'member.renewCode', { key: 'renew-0001' })).toEqual(renewed);
  expect(renewed.version).toBe(2);
  const old = await shop.call('clerk-west', 'staff', 'visit.open', { code: shop.codeOf(before), by: 'scan' });
  expect(old).toMatchObject({ ok: false, refusal: { code: 'code.wrong' } });
  const fresh = await shop.call('clerk-west', 'staff', 'visit.open', { code: shop.codeOf({ ...before, code: renewed }), by: 'scan' });
  expect(fresh.ok).toBe(true);
});

test('somebody who has not joined is told so by everything that needs a card', async () => {
  const answers = await Promise.all([
    shop.call('nobody', 'member', 'member.profile', {}),
    shop.call('nobody', 'member', 'checkin.perform', { key: 'checkin-1' }),
    shop.call('nobody', 'member', 'checkin.calendar', { month: '2026-11' }),
    shop.call('nobody', 'member', 'ledger.statement', {}),
    shop.call('nobody', 'member', 'reward.redeem', { key: 'redeem-01', rewardId: 'sticker' }),
    shop.call('nobody', 'member', 'member.renewCode', { key: 'renew-0001' }),
  ]);
  expect(answers.map((answer) => (answer.ok ? 'ok' : answer.refusal.code))).toEqual(Array(6).fill('member.unknown'));
});

test('somebody who has not joined may look at the mall, with nothing to spend', async () => {
  const shelf = await shop.must('nobody', 'member', 'reward.list', {});
  expect(shelf.available).toBe(0);
  expect(shelf.rewards.map((reward) => reward.id)).toContain('sticker');
});

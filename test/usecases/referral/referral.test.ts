import { dayMs } from '@shared/kernel/time';
import { couponRow } from '../voucher/couponRow';
import { openParty, type Party } from './openParty';

let party: Party;
beforeEach(async () => {
  party = await openParty();
  await party.shop.join('ann');
});
afterEach(async () => {
  expect((await party.shop.reconcile()).differences).toEqual([]);
  await party.shop.close();
});

const messages = async () => {
  const told = await party.shop.cloud.data.find('outbox', { kind: 'invitationStep' });
  return told.map(({ facts }) => (facts as { stepEn: string; rewardEn: string }).stepEn).sort();
};

test('a friend opens, joins, buys, and after the return period both have what was promised; each step is told', async () => {
  const invitation = await party.invitationOf('ann');
  expect(invitation).toMatch(/^[0-9a-z]{12}$/);
  expect(await party.open('bob', invitation)).toMatchObject({ value: { standing: 'stranger', from: null } });
  expect(await party.friendsOf('ann')).toMatchObject([{ state: 'opened', name: null, joinedAt: null }]);
  await party.shop.join('bob');
  expect(await party.available('bob')).toBe(150);
  await party.shop.must('bob', 'member', 'member.updateProfile', { nickname: '小云' });
  expect(await party.friendsOf('ann')).toMatchObject([{ state: 'joined', name: '小*' }]);
  await party.buy('bob');
  await party.run();
  expect(await party.friendsOf('ann')).toMatchObject([{ state: 'purchased', rewardOn: '2026-11-29', points: null }]);
  expect(await party.available('ann')).toBe(50);
  await party.passReturnPeriod();
  const [friend] = await party.friendsOf('ann');
  expect(friend).toMatchObject({ state: 'rewarded', rewardOn: '2026-11-29', points: 200, steps: [{ friends: 1, points: 20 }] });
  expect(await party.available('ann')).toBe(270);
  expect(await messages()).toEqual(['A friend has bought', 'A friend has joined', 'Invitation reward']);
  expect(await party.run()).toMatchObject({ rewarded: 0, followed: 0, more: false });
  expect(await party.available('ann')).toBe(270);
});

test('before somebody agrees to anything, only a keyed hash of them is kept', async () => {
  await party.open('wx-secret-identity', await party.invitationOf('ann'));
  const everything = await Promise.all(
    ['referrals', 'inviters', 'invitations', 'outbox', 'audit'].map((name) => party.shop.cloud.data.find(name, {})),
  );
  expect(JSON.stringify(everything)).not.toContain('wx-secret-identity');
  expect(await party.referrals()).toMatchObject([
    { _id: expect.stringMatching(/^[0-9a-f]{40}$/) as string, inviteeId: null, device: null },
  ]);
});

test('the first invitation that somebody opens counts, however many come after it and however they join', async () => {
  await party.shop.join('cat');
  const [first, second] = [await party.invitationOf('ann'), await party.invitationOf('cat')];
  await party.open('bob', first);
  expect(await party.open('bob', second)).toMatchObject({ value: { standing: 'other', until: null } });
  const joining = { consentVersion: '2026-11', consented: true, ageConfirmed: true, marketing: false };
  await party.shop.must('bob', 'member', 'member.join', { ...joining, source: { invitation: second } });
  expect(await party.friendsOf('ann')).toMatchObject([{ state: 'joined' }]);
  expect(await party.friendsOf('cat')).toEqual([]);
});

test('who only says by whom they were invited counts too; an invitation that does not exist counts for nobody', async () => {
  const joining = { consentVersion: '2026-11', consented: true, ageConfirmed: true, marketing: false };
  const source = { invitation: await party.invitationOf('ann') };
  await party.shop.must('dan', 'member', 'member.join', { ...joining, source });
  expect(await party.friendsOf('ann')).toMatchObject([{ state: 'joined' }]);
  const home = await party.shop.must('eve', 'member', 'member.join', { ...joining, source: { invitation: 'abcdefghjkmn' } });
  expect(home.points.available).toBe(50);
});

test('a touch counts for thirty days; a week later it is forgotten, and another one may count', async () => {
  const invitation = await party.invitationOf('ann');
  await party.open('bob', invitation);
  party.shop.cloud.clock.advanceMs(30 * dayMs);
  expect(await party.friendsOf('ann')).toMatchObject([{ state: 'lapsed', reason: 'notJoined' }]);
  await party.shop.join('cat');
  expect(await party.open('bob', await party.invitationOf('cat'))).toMatchObject({ value: { standing: 'stranger' } });
  expect(await party.friendsOf('ann')).toEqual([]);
  party.shop.cloud.clock.advanceMs(37 * dayMs);
  expect(await party.run()).toMatchObject({ forgotten: 1 });
  expect(await party.referrals()).toEqual([]);
});

test('members, and the inviter, are told that it is for new friends; nobody gets anything', async () => {
  const invitation = await party.invitationOf('ann');
  await party.shop.join('bob');
  expect(await party.open('ann', invitation)).toMatchObject({ value: { standing: 'own', until: null } });
  expect(await party.open('bob', invitation)).toMatchObject({ value: { standing: 'member', until: null } });
  expect(await party.friendsOf('ann')).toMatchObject([{ state: 'refused', reason: 'existingMember', canAppeal: false, name: null }]);
  await party.buy('bob');
  await party.passReturnPeriod();
  expect(await party.available('ann')).toBe(50);
});

test('no purchase within thirty days of joining: no reward, and the inviter can read why', async () => {
  await party.come('bob', await party.invitationOf('ann'));
  party.shop.cloud.clock.advanceMs(30 * dayMs + 1000);
  await party.buy('bob');
  party.shop.cloud.clock.advanceMs(2 * dayMs);
  await party.passReturnPeriod();
  expect(await party.friendsOf('ann')).toMatchObject([{ state: 'lapsed', reason: 'noPurchase' }]);
  expect(await party.available('ann')).toBe(50);
});

test('a purchase that is taken back within the return period brings nothing; the next one may', async () => {
  await party.come('bob', await party.invitationOf('ann'));
  const first = await party.buy('bob');
  await party.run();
  await party.refundAll(first);
  await party.passReturnPeriod();
  expect(await party.friendsOf('ann')).toMatchObject([{ state: 'joined' }]);
  await party.buy('bob');
  await party.passReturnPeriod();
  expect(await party.friendsOf('ann')).toMatchObject([{ state: 'rewarded', points: 200 }]);
  expect(await party.available('ann')).toBe(270);
});

test('a refund after the reward takes it back with the step that rested on it, once, and what is spent becomes debt', async () => {
  await party.come('bob', await party.invitationOf('ann'));
  const bought = await party.buy('bob');
  await party.passReturnPeriod();
  expect(await party.available('ann')).toBe(270);
  await party.shop.must('ann', 'member', 'reward.redeem', { key: 'redeem-mug-1', rewardId: 'mug' });
  await party.shop.must('ann', 'member', 'reward.redeem', { key: 'redeem-mug-2', rewardId: 'mug' });
  await party.refundAll(bought);
  const home = await party.shop.must('ann', 'member', 'member.home', { codeVersionHeld: 0 });
  expect(home).toMatchObject({ points: { available: 0, debt: 10 } });
  expect(await party.friendsOf('ann')).toMatchObject([{ state: 'reversed', reason: 'refunded', points: 200 }]);
  expect(await party.inviters()).toMatchObject([{ rewarded: 0, steps: [], month: { rewarded: 1 } }]);
  expect(await messages()).toContain('Reward taken back');
});

test('the friend gets the voucher that the programme names', async () => {
  const rows = [{ ...couponRow('friend-20'), claim: 'grant' }];
  await party.shop.must('operator-1', 'console', 'store.apply', { section: 'coupons', rows, dryRun: false, firstRow: 0 });
  await party.set({ inviteeCoupon: 'friend-20' });
  const home = await party.come('bob', await party.invitationOf('ann'));
  expect(home).toMatchObject({ vouchers: 1, points: { available: 50 } });
  expect(await party.shop.cloud.data.find('vouchers', { source: 'gift:invited' })).toHaveLength(1);
  expect(await party.shop.join('bob')).toMatchObject({ vouchers: 1 });
});

test('the switch stops it at once: no opening, no gift, no reward; what was on its way goes on when it is back', async () => {
  const invitation = await party.invitationOf('ann');
  await party.come('bob', invitation);
  await party.buy('bob');
  await party.open('cat', invitation);
  await party.set({ on: false });
  expect(await party.open('dan', invitation)).toMatchObject({ refusal: { code: 'referral.off' } });
  await party.shop.join('cat');
  expect(await party.available('cat')).toBe(50);
  await party.passReturnPeriod();
  expect(await party.available('ann')).toBe(50);
  await party.set({ on: true });
  await party.run();
  await party.run();
  expect(await party.available('ann')).toBe(270);
});

test('a friend who shares the inviter’s account by the end of the return period brings no reward, and the list says why', async () => {
  const invitation = await party.invitationOf('ann');
  await party.come('bob', invitation);
  await party.buy('bob');
  await party.run();
  const { code } = await party.shop.must('ann', 'member', 'family.invite', { key: 'family-key' });
  await party.shop.must('bob', 'member', 'family.join', { code });
  const before = await party.available('ann');
  await party.passReturnPeriod();
  expect(await party.friendsOf('ann')).toMatchObject([{ state: 'refused', reason: 'sameAccount' }]);
  // Bob's own purchase was released, and nothing else came.
  expect(await party.available('ann')).toBe(before + 100);
});

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

const queue = async () => (await party.shop.must('operator-1', 'console', 'referral.queue', {})).rows;
const decide = (friend: string, approve: boolean, reason = 'seen the receipts') =>
  party.shop.call('operator-1', 'console', 'referral.review', { friend, approve, reason });
const appeal = (friend: string, key = 'appeal-one', words = 'We work together.') =>
  party.shop.call('ann', 'member', 'referral.appeal', { key, friend, words });

test('a friend on the inviter’s own phone waits for somebody; approved, both get what was held back', async () => {
  await party.come('bob', await party.invitationOf('ann'), 'device-ann');
  expect(await party.available('bob')).toBe(50);
  await party.buy('bob');
  await party.passReturnPeriod();
  expect(await party.available('ann')).toBe(50);
  expect(await party.friendsOf('ann')).toMatchObject([{ state: 'purchased', checking: true, canAppeal: false }]);
  const [row] = await queue();
  expect(row).toMatchObject({ signals: ['devicePattern'], score: 60, state: 'purchased', reviewed: null });
  const friend = row?.friend ?? '';
  expect(await decide(friend, true)).toMatchObject({ value: { reviewed: { staffId: 'op', approved: true, reason: 'seen the receipts' } } });
  expect(await decide(friend, true)).toMatchObject({ ok: true });
  expect(await decide(friend, false)).toMatchObject({ refusal: { code: 'referral.decided' } });
  expect(await party.available('bob')).toBeGreaterThanOrEqual(150);
  await party.run();
  expect(await party.available('ann')).toBe(270);
  expect(await queue()).toEqual([]);
});

test('refused by a person, the inviter may ask once more; approved then, it goes on from where it stood', async () => {
  await party.come('bob', await party.invitationOf('ann'), 'device-ann');
  const [row] = await queue();
  const friend = row?.friend ?? '';
  expect(await appeal(friend)).toMatchObject({ refusal: { code: 'referral.noAppeal' } });
  await decide(friend, false, 'one phone');
  expect(await party.friendsOf('ann')).toMatchObject([{ state: 'refused', reason: 'review', canAppeal: true }]);
  expect(await appeal(friend)).toMatchObject({ value: { checking: true, canAppeal: false } });
  expect(await appeal(friend)).toMatchObject({ ok: true });
  expect(await appeal(friend, 'appeal-one', 'other words')).toMatchObject({ refusal: { code: 'key.reused' } });
  expect(await appeal(friend, 'appeal-two')).toMatchObject({ refusal: { code: 'referral.appealed' } });
  expect(await queue()).toMatchObject([{ appeal: 'We work together.' }]);
  await decide(friend, true, 'they do');
  await party.buy('bob');
  await party.passReturnPeriod();
  expect(await party.friendsOf('ann')).toMatchObject([{ state: 'rewarded' }]);
  expect(await party.available('bob')).toBeGreaterThanOrEqual(150);
});

test('refused twice is final, and nothing is given', async () => {
  await party.come('bob', await party.invitationOf('ann'), 'device-ann');
  const friend = (await queue())[0]?.friend ?? '';
  await decide(friend, false, 'one phone');
  await appeal(friend);
  await decide(friend, false, 'still one phone');
  expect(await appeal(friend, 'appeal-two')).toMatchObject({ refusal: { code: 'referral.appealed' } });
  await party.buy('bob');
  await party.passReturnPeriod();
  expect(await party.friendsOf('ann')).toMatchObject([{ state: 'refused', reason: 'review', checking: false, canAppeal: false }]);
  expect(await party.available('ann')).toBe(50);
});

test('the sixth friend within an hour waits for somebody; the five before do not', async () => {
  const invitation = await party.invitationOf('ann');
  for (const name of ['b1', 'b2', 'b3', 'b4', 'b5', 'b6']) await party.come(name, invitation);
  expect(await queue()).toMatchObject([{ signals: ['tooFast'], score: 40 }]);
});

test('somebody who left less than a year ago is no new friend, and only the inviter can ask about their own friends', async () => {
  await party.shop.join('bob');
  await party.shop.must('bob', 'member', 'member.leave', { key: 'leave-key-1' });
  party.shop.cloud.clock.advanceMs(7 * 86_400_000);
  await party.shop.cloud.runTimer('jobs', 'eraseMembers');
  await party.come('bob', await party.invitationOf('ann'));
  const [friend] = await party.friendsOf('ann');
  expect(friend).toMatchObject({ state: 'refused', reason: 'existingMember', canAppeal: true });
  await party.shop.join('cat');
  const asked = await party.shop.call('cat', 'member', 'referral.appeal', { key: 'appeal-cat', friend: friend?.id ?? '', words: 'mine' });
  expect(asked).toMatchObject({ refusal: { code: 'referral.unknownFriend' } });
});

test('when the inviter leaves, their invitation is over, and nobody’s hash of them is kept', async () => {
  const invitation = await party.invitationOf('ann');
  await party.come('bob', invitation);
  await party.shop.must('ann', 'member', 'member.leave', { key: 'leave-key-1' });
  party.shop.cloud.clock.advanceMs(7 * 86_400_000);
  await party.shop.cloud.runTimer('jobs', 'eraseMembers');
  expect(await party.open('cat', invitation)).toMatchObject({ refusal: { code: 'referral.unknown' } });
  expect(await party.inviters()).toEqual([]);
  expect(await party.referrals()).toMatchObject([{ inviterHash: '' }]);
  await party.buy('bob');
  await party.passReturnPeriod();
  expect(await party.referrals()).toMatchObject([{ state: 'lapsed', reason: 'inviterLeft' }]);
});

test('when the friend leaves after the reward, their hash goes; a refund still takes the reward back', async () => {
  await party.come('bob', await party.invitationOf('ann'));
  const bought = await party.buy('bob');
  await party.passReturnPeriod();
  await party.shop.must('bob', 'member', 'member.leave', { key: 'leave-key-1' });
  party.shop.cloud.clock.advanceMs(7 * 86_400_000);
  await party.shop.cloud.runTimer('jobs', 'eraseMembers');
  await party.shop.cloud.runTimer('jobs', 'eraseMembers');
  expect(await party.referrals()).toMatchObject([{ _id: expect.stringMatching(/^left:/) as string, state: 'rewarded' }]);
  await party.refundAll(bought);
  expect(await party.referrals()).toMatchObject([{ state: 'reversed' }]);
  expect(await party.available('ann')).toBe(50);
});

const givePhone = (openid: string, key: string) =>
  party.shop.must(openid, 'member', 'member.givePhone', { key, code: party.shop.cloud.wechat.phoneCode(openid) });

test('where a verified phone is needed, the gift waits for the friend’s, and the reward for both', async () => {
  await party.set({ needsPhone: true });
  const invitation = await party.invitationOf('ann');
  await party.come('bob', invitation);
  await party.come('cat', invitation);
  expect(await party.available('bob')).toBe(50);
  await givePhone('bob', 'phone-bob-1');
  await givePhone('bob', 'phone-bob-2');
  expect(await party.available('bob')).toBe(150);
  await givePhone('ann', 'phone-ann-1');
  await party.buy('bob');
  await party.buy('cat');
  await party.passReturnPeriod();
  const friends = (await party.friendsOf('ann')).map(({ state, reason }) => [state, reason]);
  expect(friends.sort()).toEqual([
    ['refused', 'phone'],
    ['rewarded', null],
  ]);
});

test('two who verified the same phone number are one person: no reward, unless somebody looks and says otherwise', async () => {
  await party.come('bob', await party.invitationOf('ann'));
  await givePhone('ann', 'phone-ann-1');
  const [ann] = await party.shop.cloud.data.find('members', { _id: 'ann' });
  await party.shop.cloud.data.update('members', { _id: 'bob' }, { $set: { phoneHash: ann?.['phoneHash'], phone: ann?.['phone'] } });
  await party.buy('bob');
  await party.passReturnPeriod();
  const [friend] = await party.friendsOf('ann');
  expect(friend).toMatchObject({ state: 'refused', reason: 'samePhone', canAppeal: true });
  await appeal(friend?.id ?? '', 'appeal-phone', 'My mother has no phone of her own.');
  await decide(friend?.id ?? '', true, 'a family');
  await party.run();
  expect(await party.friendsOf('ann')).toMatchObject([{ state: 'rewarded' }]);
});

test('the file of everything about a friend says how they came, and nothing of who invited them', async () => {
  await party.come('bob', await party.invitationOf('ann'));
  await party.shop.must('bob', 'member', 'member.requestExport', {});
  await party.shop.cloud.runTimer('jobs', 'exportMembers');
  const { url } = await party.shop.must('bob', 'member', 'member.exportState', {});
  const file = (await (await fetch(String(url))).json()) as Record<string, Record<string, unknown>[]>;
  expect(file['referrals']).toMatchObject([{ way: 'card', state: 'joined' }]);
  const [ann] = await party.inviters();
  expect(JSON.stringify(file)).not.toMatch(new RegExp(`${ann?._id}|${ann?.hash}`));
});

import { dayMs } from '@shared/kernel/time';
import type { Home } from '@shared/member/contract';
import { general, must, openTill, type TestTill } from '../purchase/openTill';

let till: TestTill;
beforeEach(async () => {
  till = await openTill();
});
afterEach(() => till.shop.close());

const homeOf = async (openid: string) => (await till.shop.must(openid, 'member', 'member.home', { codeVersionHeld: 1 })) as Home;
const overview = (openid: string) => till.shop.must(openid, 'member', 'family.overview', {});
const invite = async (openid: string, key = 'invite-key') => (await till.shop.must(openid, 'member', 'family.invite', { key })).code;
const join = (openid: string, code: string) => till.shop.call(openid, 'member', 'family.join', { code });
const sums = async () => {
  const accounts = await till.shop.cloud.data.find('accounts', {});
  return accounts.reduce((sum, each) => sum + Number(each['available']) + Number(each['pending']) - Number(each['debt']), 0);
};

test('two people earn and spend on one account: points, score and chances go over by entries, check-in stays each one’s own', async () => {
  const { shop } = till;
  await shop.join('anna');
  await shop.join('bea');
  await till.buy('bea', [general(20_000)]);
  await shop.must('bea', 'member', 'checkin.perform', { key: 'bea-checks-in' });
  const before = await sums();
  const code = await invite('anna');
  expect(await invite('anna', 'invite-again')).toBe(code);
  expect(await shop.must('bea', 'member', 'family.offer', { code })).toMatchObject({ people: 1, points: 255 });
  expect(await join('bea', code)).toMatchObject({ ok: true, value: { role: 'member', people: 2, members: [] } });
  expect(await join('bea', code)).toMatchObject({ ok: true });
  // The same taps again are the same invitation, used or not; another tap makes another.
  expect([await invite('anna'), await invite('anna', 'invite-again')]).toEqual([code, code]);
  expect(await shop.cloud.data.find('familyInvites', {})).toHaveLength(1);
  expect(await invite('anna', 'invite-new')).not.toBe(code);
  expect(await sums()).toBe(before);
  expect((await homeOf('bea')).points).toMatchObject({ available: 105, pending: 200 });
  expect((await homeOf('anna')).points).toMatchObject({ available: 105, pending: 200 });
  expect([(await homeOf('bea')).checkin.streak, (await homeOf('anna')).checkin.streak]).toEqual([1, 0]);
  await shop.must('anna', 'member', 'checkin.perform', { key: 'anna-checks-in' });
  expect(await shop.call('bea', 'member', 'checkin.perform', { key: 'bea-once-more' })).toMatchObject({
    refusal: { code: 'checkin.done' },
  });
  await till.buy('bea', [general(10_000)]);
  shop.cloud.clock.advanceMs(8 * dayMs);
  expect((await homeOf('anna')).points).toMatchObject({ available: 410, pending: 0 });
  expect(await overview('anna')).toMatchObject({ role: 'holder', members: [{ brought: 255, earned: 100 }] });
  expect((await shop.reconcile()).differences).toEqual([]);
});

test('an invitation is for one person, and whoever may not join is told why; nothing is written', async () => {
  const { shop } = till;
  for (const openid of ['anna', 'bea', 'cid', 'dan']) await shop.join(openid);
  const code = await invite('anna');
  expect(await join('anna', code)).toMatchObject({ refusal: { code: 'family.own' } });
  const both = await Promise.all([join('bea', code), join('cid', code)]);
  expect(both.map((answer) => (answer.ok ? 'in' : answer.refusal.code)).sort()).toEqual(['family.invite', 'in']);
  const [inside, outside] = both[0].ok ? ['bea', 'cid'] : ['cid', 'bea'];
  expect(await join(inside, await invite('dan'))).toMatchObject({ refusal: { code: 'family.already' } });
  expect(await join('anna', await invite('dan'))).toMatchObject({ refusal: { code: 'family.holds' } });
  expect(await shop.call(inside, 'member', 'family.invite', { key: 'not-mine-key' })).toMatchObject({
    refusal: { code: 'family.notHolder' },
  });
  const old = await invite('anna', 'invite-two');
  shop.cloud.clock.advanceMs(2 * dayMs);
  expect(await join(outside, old)).toMatchObject({ refusal: { code: 'family.invite' } });
  await shop.must('operator-1', 'console', 'store.apply', {
    section: 'programme',
    rows: [{ familyMax: { family: 2, business: 3 } }],
    dryRun: false,
    firstRow: 0,
  });
  shop.cloud.clock.advanceMs(31_000);
  expect(await shop.call('anna', 'member', 'family.invite', { key: 'full-key' })).toMatchObject({
    refusal: { code: 'family.full', args: { most: 2 } },
  });
  expect((await shop.reconcile()).differences).toEqual([]);
});

test('who leaves begins again, the family keeps the points, and a later refund gives them money only', async () => {
  const { shop } = till;
  await shop.join('anna');
  await shop.join('bea');
  const own = await till.buy('bea', [general(10_000)]);
  await join('bea', await invite('anna'));
  const shared = await till.buy('bea', [general(20_000, 2)]);
  const first = await must(till.refund({ purchaseId: shared, lines: [{ line: 0, units: 1 }] }));
  expect(first).toMatchObject({ moneyFen: 10_000, pointsTaken: 100 });
  const before = await sums();
  expect(await shop.must('bea', 'member', 'family.leave', {})).toMatchObject({ role: 'alone', people: 1 });
  expect(await shop.must('bea', 'member', 'family.leave', {})).toMatchObject({ role: 'alone' });
  expect((await homeOf('bea')).points).toMatchObject({ available: 0, pending: 0, debt: 0 });
  expect((await homeOf('anna')).points).toMatchObject({ available: 100, pending: 200 });
  expect(await must(till.refund({ purchaseId: shared, after: 1 }))).toMatchObject({ moneyFen: 10_000, pointsTaken: 0 });
  expect(await must(till.refund({ purchaseId: own }))).toMatchObject({ moneyFen: 10_000, pointsTaken: 0 });
  expect(await sums()).toBe(before);
  await till.buy('bea', [general(5_000)]);
  expect((await homeOf('bea')).points).toMatchObject({ pending: 50 });
  expect((await shop.reconcile()).differences).toEqual([]);
});

test('a redemption of before is cancelled onto the account that took over; one that a family paid stays when somebody leaves', async () => {
  const { shop } = till;
  await shop.join('anna');
  await shop.join('bea');
  const redeem = (key: string) => shop.must('bea', 'member', 'reward.redeem', { key, rewardId: 'sticker' });
  const cancel = (redemptionId: string) => shop.call('bea', 'member', 'reward.cancel', { key: 'cancel-key', redemptionId });
  await redeem('before-joining');
  await join('bea', await invite('anna'));
  expect((await homeOf('anna')).points.available).toBe(90);
  expect(await cancel('before-joining')).toMatchObject({ ok: true, value: { returned: 10, available: 100 } });
  expect(await cancel('before-joining')).toMatchObject({ ok: true, value: { returned: 10, available: 100 } });
  await redeem('while-in-it');
  await shop.must('bea', 'member', 'family.leave', {});
  expect(await cancel('while-in-it')).toMatchObject({ refusal: { code: 'cancel.left' } });
  expect([(await homeOf('anna')).points.available, (await homeOf('bea')).points.available]).toEqual([90, 0]);
  expect((await shop.reconcile()).differences).toEqual([]);
});

test('joining and a dozen taps at once: nothing is posted to an account that its owner has left', async () => {
  const { shop } = till;
  await shop.join('anna');
  for (const round of [1, 2, 3]) {
    const openid = `bea-${round}`;
    await shop.join(openid);
    const code = await invite('anna', `invite-${round}`);
    await Promise.all([
      join(openid, code),
      ...[1, 2, 3].flatMap((n) => [
        shop.call(openid, 'member', 'reward.redeem', { key: `redeem-${round}-${n}`, rewardId: 'sticker' }),
        shop.call(openid, 'member', 'game.buyChance', { key: `chance-${round}-${n}`, count: 1 }),
      ]),
      shop.call(openid, 'member', 'checkin.perform', { key: `check-in-${round}` }),
    ]);
    const [own] = await shop.cloud.data.find('accounts', { memberId: (await overview('anna')).members.at(-1)?.memberId });
    expect(own).toMatchObject({ available: 0, pending: 0, debt: 0, chances: [], movedTo: expect.any(String) as string });
  }
  expect((await shop.reconcile()).differences).toEqual([]);
});

test('a visit that was open while its member joined counts for the family, and one open while they left for themselves', async () => {
  const { shop } = till;
  await shop.join('anna');
  const home = await shop.join('bea');
  const record = (key: string, visitId: string) =>
    shop.must('clerk-west', 'staff', 'purchase.confirm', { key, visitId, orderNo: key, lines: [general(10_000)] });
  const visit = await shop.must('clerk-west', 'staff', 'visit.open', { code: shop.codeOf(home), by: 'scan' });
  await join('bea', await invite('anna'));
  await record('while-joining', visit.visitId);
  expect((await homeOf('anna')).points.pending).toBe(100);
  await shop.must('bea', 'member', 'family.leave', {});
  await record('while-leaving', visit.visitId);
  expect([(await homeOf('anna')).points.pending, (await homeOf('bea')).points.pending]).toEqual([100, 100]);
  expect((await shop.reconcile()).differences).toEqual([]);
});

test('the holder lets people go; when the holder is erased the others go on with accounts of their own', async () => {
  const { shop } = till;
  for (const openid of ['anna', 'bea', 'cid']) await shop.join(openid);
  await join('bea', await invite('anna'));
  await join('cid', await invite('anna', 'invite-two'));
  const [bea] = (await overview('anna')).members;
  expect(await shop.call('bea', 'member', 'family.remove', { memberId: bea?.memberId ?? '' })).toMatchObject({
    refusal: { code: 'family.notHolder' },
  });
  expect(await shop.must('anna', 'member', 'family.remove', { memberId: bea?.memberId ?? '' })).toMatchObject({ people: 2 });
  expect(await overview('bea')).toMatchObject({ role: 'alone' });
  await shop.must('anna', 'member', 'member.leave', { key: 'leave-key' });
  shop.cloud.clock.advanceMs(7 * dayMs + 1);
  await shop.cloud.runTimer('jobs', 'eraseMembers');
  expect(await overview('cid')).toMatchObject({ role: 'alone' });
  await till.buy('cid', [general(3_000)]);
  expect((await homeOf('cid')).points).toMatchObject({ available: 0, pending: 30 });
  expect((await shop.reconcile()).differences).toEqual([]);
});

test('a business account needs two operators, and has room for more', async () => {
  const { shop } = till;
  const { cardNumber } = await shop.join('anna');
  const second = { openid: 'operator-2', staffId: 'op2', name: '二号', roles: ['operator'] };
  await shop.must('operator-1', 'console', 'store.apply', { section: 'staff', rows: [second], dryRun: false, firstRow: 0 });
  const asked = await shop.must('operator-1', 'console', 'family.proposeBusiness', { key: 'business-key', cardNumber, reason: '公司用卡' });
  expect(await overview('anna')).toMatchObject({ kind: 'family', most: 6 });
  await shop.must('operator-2', 'console', 'audit.decide', { key: 'decide-key', proposalId: asked._id, approve: true, note: '' });
  expect(await overview('anna')).toMatchObject({ kind: 'business', most: 20 });
});

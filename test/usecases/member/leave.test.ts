import type { Home } from '@shared/member/contract';
import { dayMs } from '@shared/kernel/time';
import { openShop, sundayMorningMs, type TestShop } from '../openShop';

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop(2);
});
beforeEach(() => {
  shop.cloud.clock.setMs(sundayMorningMs);
});
afterAll(() => shop.close());

const leave = (openid: string, key = 'leave-key-1') => shop.call(openid, 'member', 'member.leave', { key });
const home = (openid: string) => shop.must(openid, 'member', 'member.home', { codeVersionHeld: 0 });
const erase = () => shop.cloud.runTimer('jobs', 'eraseMembers');
const exported = () => shop.cloud.runTimer('jobs', 'exportMembers');

async function buy(openid: string, card: Home, orderNo: string, amountFen: number): Promise<void> {
  const { visitId } = await shop.must('clerk-west', 'staff', 'visit.open', { code: shop.codeOf(card), by: 'scan' });
  const lines = [{ categoryId: 'general', amountFen }];
  await shop.must('clerk-west', 'staff', 'purchase.confirm', { key: `key-${orderNo}-${openid}`, visitId, orderNo, lines });
}

test('for seven days one may stay; nothing is earned and nothing can be done, and staying brings everything back', async () => {
  const card = await shop.join('leave-1');
  expect(await leave('leave-1')).toMatchObject({ ok: true });
  expect(await leave('leave-1', 'leave-key-2')).toMatchObject({ ok: true });
  expect(await home('leave-1')).toMatchObject({ joined: true, leavingAt: expect.any(Number) as number, points: { available: 50 } });
  expect(await shop.call('leave-1', 'member', 'checkin.perform', { key: 'checkin-1' })).toMatchObject({
    refusal: { code: 'member.unknown' },
  });
  const visit = await shop.call('clerk-west', 'staff', 'visit.open', { code: shop.codeOf(card), by: 'scan' });
  expect(visit).toMatchObject({ refusal: { code: 'code.unknownCard' } });
  expect(await erase()).toMatchObject({ value: { erased: 0 } });
  shop.cloud.clock.advanceMs(6 * dayMs);
  expect(await shop.must('leave-1', 'member', 'member.stay', {})).toMatchObject({ leavingAt: null, points: { available: 50 } });
  shop.cloud.clock.advanceMs(2 * dayMs);
  expect(await erase()).toMatchObject({ value: { erased: 0 } });
  expect(await shop.call('leave-1', 'member', 'checkin.perform', { key: 'checkin-1' })).toMatchObject({ ok: true });
});

test('after seven days points are closed by entries, personal facts are gone, and the books still agree', async () => {
  const card = await shop.join('leave-2');
  await shop.must('leave-2', 'member', 'member.updateProfile', { nickname: '小云朵' });
  await buy('leave-2', card, 'LV1', 12_300);
  await leave('leave-2');
  shop.cloud.clock.advanceMs(3 * dayMs);
  expect(await shop.call('leave-2', 'member', 'member.stay', {})).toMatchObject({ ok: true });
  await leave('leave-2');
  await leave('leave-2', 'leave-key-3');
  const [member] = await shop.cloud.data.find('members', { _id: 'leave-2' });
  const memberId = String(member?.['memberId']);
  shop.cloud.clock.advanceMs(7 * dayMs);
  expect(await shop.call('leave-2', 'member', 'member.stay', {})).toMatchObject({ refusal: { code: 'leave.over' } });
  expect(await erase()).toMatchObject({ value: { erased: 1 } });
  expect(await erase()).toMatchObject({ value: { erased: 0 } });
  const everything = await Promise.all(
    ['members', 'cards', 'accounts', 'entries', 'visits', 'purchases', 'leavings', 'leftHashes'].map((name) =>
      shop.cloud.data.find(name, {}),
    ),
  );
  expect(JSON.stringify(everything)).not.toMatch(/"leave-2"|小云朵/);
  expect(await shop.cloud.data.find('accounts', { _id: memberId })).toMatchObject([
    { available: 0, pending: 0, debt: 0, lots: [], buckets: [] },
  ]);
  expect(await shop.cloud.data.find('cards', { _id: card.cardNumber })).toMatchObject([{ openid: null }]);
  expect(await shop.cloud.data.find('purchases', { memberId })).toHaveLength(1);
  expect((await shop.cloud.data.find('entries', { accountId: memberId, kind: 'closing' })).length).toBeGreaterThan(0);
  expect(await home('leave-2')).toMatchObject({ joined: false });
  expect((await shop.reconcile()).differences).toEqual([]);
});

test('what somebody bought is refunded in money only once they have left, and nothing is posted to them any more', async () => {
  const card = await shop.join('leave-5');
  await buy('leave-5', card, 'LV5', 20_000);
  const { cardNumber } = card;
  const proposed = { key: 'for-leave-5', cardNumber, points: 100, reason: '收银机故障补记' };
  const { _id: proposalId } = await shop.must('operator-1', 'console', 'audit.proposeAdjustment', proposed);
  await leave('leave-5');
  shop.cloud.clock.advanceMs(7 * dayMs);
  await erase();
  const request = { key: 'refund-of-leave-5', purchaseId: 'west::LV5', after: 0, lines: null };
  const refunded = await shop.must('clerk-west', 'staff', 'purchase.refund', request);
  expect(refunded).toMatchObject({ moneyFen: 20_000, pointsTaken: 0, pointsReturned: 0 });
  const second = { openid: 'operator-2', staffId: 'op2', name: '二号', roles: ['operator'] };
  await shop.must('operator-1', 'console', 'store.apply', { section: 'staff', rows: [second], dryRun: false, firstRow: 0 });
  const decision = { key: 'decide-leave-5', proposalId, approve: true, note: '' };
  expect(await shop.call('operator-2', 'console', 'audit.decide', decision)).toMatchObject({ refusal: { code: 'member.left' } });
  const memberId = await memberOf(card);
  expect(await shop.cloud.data.find('accounts', { _id: memberId })).toMatchObject([{ available: 0, pending: 0, debt: 0 }]);
  expect((await shop.reconcile()).differences).toEqual([]);
});

test('who leaves and joins again is welcome, but the welcome gift is not given again for twelve months', async () => {
  const first = await shop.join('leave-3');
  await leave('leave-3');
  shop.cloud.clock.advanceMs(7 * dayMs);
  await erase();
  const second = await shop.join('leave-3');
  expect(second.cardNumber).not.toBe(first.cardNumber);
  expect(second.points).toMatchObject({ available: 0 });
  expect(await shop.join('leave-3')).toMatchObject({ points: { available: 0 } });
  await leave('leave-3');
  shop.cloud.clock.advanceMs(7 * dayMs);
  await erase();
  shop.cloud.clock.advanceMs(366 * dayMs);
  await erase();
  expect(await shop.cloud.data.find('leftHashes', {})).toEqual([]);
  expect((await shop.join('leave-3')).points).toMatchObject({ available: 50 });
});

test('a run that dies in the middle leaves a leaving that the next run finishes, once', async () => {
  const card = await shop.join('leave-4');
  await buy('leave-4', card, 'LV4', 5_000);
  await leave('leave-4');
  shop.cloud.clock.advanceMs(7 * dayMs);
  shop.cloud.faults.order('seed=4,killWorker=1@removeDocument');
  await expect(erase()).rejects.toThrow();
  expect(await shop.cloud.data.find('leavings', { openid: 'leave-4' })).toMatchObject([{ state: 'waiting' }]);
  shop.cloud.faults.order('');
  shop.cloud.clock.advanceMs(60_000);
  await erase();
  shop.cloud.clock.advanceMs(60_000);
  await erase();
  expect(await home('leave-4')).toMatchObject({ joined: false });
  expect((await shop.cloud.data.find('entries', { kind: 'closing', accountId: await memberOf(card) })).length).toBeGreaterThan(0);
  expect((await shop.reconcile()).differences).toEqual([]);
});

async function memberOf(card: Home): Promise<string> {
  const [found] = await shop.cloud.data.find('cards', { _id: card.cardNumber });
  return String(found?.['memberId']);
}

test('everything about me comes as one file by a link, which is gone after a day', async () => {
  const card = await shop.join('export-1');
  await buy('export-1', card, 'EX1', 8_800);
  await shop.join('export-2');
  const ask = () => shop.must('export-1', 'member', 'member.requestExport', {});
  const state = () => shop.must('export-1', 'member', 'member.exportState', {});
  expect(await state()).toMatchObject({ state: 'none', url: null });
  expect(await ask()).toMatchObject({ state: 'waiting' });
  expect(await ask()).toMatchObject({ state: 'waiting' });
  expect(await exported()).toMatchObject({ value: { made: 1 } });
  const told = await shop.cloud.data.find('outbox', { kind: 'exportReady' });
  expect(told).toMatchObject([{ facts: { day: '2026-11-23' } }]);
  const { url } = await state();
  const file = (await (await fetch(String(url))).json()) as Record<string, Record<string, unknown>[]>;
  expect(file['members']).toMatchObject([{ cardNumber: card.cardNumber }]);
  expect(file['purchases']).toMatchObject([{ orderNo: 'EX1' }]);
  expect(file['entries']?.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['gift', 'accrual']));
  expect(JSON.stringify(file)).not.toContain('export-2');
  expect(await shop.must('export-2', 'member', 'member.exportState', {})).toMatchObject({ state: 'none' });
  shop.cloud.clock.advanceMs(dayMs + 1000);
  expect(await state()).toMatchObject({ state: 'none', url: null });
  expect(await exported()).toMatchObject({ value: { deleted: 1 } });
  expect((await fetch(String(url))).ok).toBe(false);
  expect(await ask()).toMatchObject({ state: 'waiting' });
});

test('somebody who is leaving is given no voucher by an operator, and gets it after staying', async () => {
  const coupon = {
    ...{ id: 'kind', name: { zh: '心意券', en: 'Kind voucher' }, perMember: 1, claim: 'grant', validity: { kind: 'relative', days: 9 } },
    benefit: { kind: 'amountOff', thresholdFen: 0, offFen: 100 },
  };
  await shop.must('operator-1', 'console', 'store.apply', { section: 'coupons', rows: [coupon], dryRun: false, firstRow: 0 });
  shop.cloud.clock.advanceMs(31_000);
  const { cardNumber } = await shop.join('leave-5');
  const grant = () =>
    shop.call('operator-1', 'console', 'voucher.grant', { key: 'grant-kind', cardNumber, couponId: 'kind', reason: 'sorry' });
  await leave('leave-5');
  expect(await grant()).toMatchObject({ refusal: { code: 'card.unknown' } });
  await shop.must('leave-5', 'member', 'member.stay', {});
  expect(await grant()).toMatchObject({ ok: true });
});

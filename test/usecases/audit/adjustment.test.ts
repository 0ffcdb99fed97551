import type { Home } from '@shared/member/contract';
import { openShop, type TestShop } from '../openShop';

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop(2);
  const second = { openid: 'operator-2', staffId: 'op2', name: '二号', roles: ['operator'] };
  await shop.must('operator-1', 'console', 'store.apply', { section: 'staff', rows: [second], dryRun: false, firstRow: 0 });
});
afterAll(() => shop.close());

const propose = (cardNumber: string, points: number, key: string) =>
  shop.call('operator-1', 'console', 'audit.proposeAdjustment', { key, cardNumber, points, reason: '收银机故障补记' });

const decide = (openid: string, proposalId: string, key: string, approve = true) =>
  shop.call(openid, 'console', 'audit.decide', { key, proposalId, approve, note: '' });

const pointsOf = async (openid: string) => ((await shop.must(openid, 'member', 'member.home', { codeVersionHeld: 1 })) as Home).points;

test('a correction changes nothing until somebody else approves it, and is then posted once', async () => {
  const { cardNumber } = await shop.join('anna');
  const proposed = await propose(cardNumber, 200, 'propose-1');
  if (!proposed.ok) throw new Error('refused');
  const id = proposed.value._id;
  expect(await pointsOf('anna')).toMatchObject({ available: 50 });
  expect(await decide('operator-1', id, 'decide-01')).toMatchObject({ refusal: { code: 'proposal.own' } });
  const decided = await Promise.all(Array.from({ length: 6 }, (_, index) => decide('operator-2', id, `decide-1${index}`)));
  expect(decided.filter((answer) => answer.ok)).toHaveLength(1);
  expect(await pointsOf('anna')).toMatchObject({ available: 250 });
  expect((await shop.must('anna', 'member', 'ledger.statement', {})).lines[0]).toMatchObject({ kind: 'adjustment', availableDelta: 200 });
});

test('taking more than there is leaves a debt, which the next points pay', async () => {
  const { cardNumber } = await shop.join('bea');
  const proposed = await propose(cardNumber, -53, 'propose-2');
  if (!proposed.ok) throw new Error('refused');
  await decide('operator-2', proposed.value._id, 'decide-20');
  expect(await pointsOf('bea')).toMatchObject({ available: 0, debt: 3 });
  await shop.must('bea', 'member', 'checkin.perform', { key: 'tap-of-bea' });
  expect(await pointsOf('bea')).toMatchObject({ available: 2, debt: 0 });
});

test('the same proposal sent twice is one; its key with other content is refused; an unknown card too', async () => {
  const { cardNumber } = await shop.join('cleo');
  const first = await propose(cardNumber, 10, 'propose-3');
  expect(await propose(cardNumber, 10, 'propose-3')).toMatchObject({ ok: true, value: first.ok ? first.value : {} });
  expect(await propose(cardNumber, 11, 'propose-3')).toMatchObject({ refusal: { code: 'key.reused' } });
  expect(await propose('9999999999999995', 10, 'propose-4')).toMatchObject({ refusal: { code: 'card.unknown' } });
  expect(await propose(cardNumber, 0, 'propose-5')).toMatchObject({ refusal: { code: 'call.badInput' } });
});

test('a rejected proposal changes nothing, and each list shows its own', async () => {
  const { cardNumber } = await shop.join('dora');
  const proposed = await propose(cardNumber, 500, 'propose-6');
  if (!proposed.ok) throw new Error('refused');
  await decide('operator-2', proposed.value._id, 'decide-60', false);
  expect(await pointsOf('dora')).toMatchObject({ available: 50 });
  const { proposals } = await shop.must('operator-1', 'console', 'audit.proposals', { state: 'rejected' });
  expect(proposals).toMatchObject([{ _id: proposed.value._id, decision: { by: 'op2' } }]);
});

test('liability is what the accounts hold, and the books are right', async () => {
  const accounts = await shop.cloud.data.find('accounts', {}, { limit: 1000 });
  const sum = (field: string): number => accounts.reduce((total, account) => total + Number(account[field]), 0);
  const figures = await shop.must('operator-1', 'console', 'ledger.liability', {});
  expect(figures).toMatchObject({ accounts: 4, available: sum('available'), pending: sum('pending'), debt: sum('debt'), lapsed: 0 });
  expect(figures.issued).toBe(4 * 50 + 5);
  expect((await shop.reconcile()).differences).toEqual([]);
});

test('a look at a member’s statement is in the audit', async () => {
  const { cardNumber } = await shop.join('anna');
  const page = await shop.must('operator-2', 'console', 'ledger.statementOf', { cardNumber });
  expect(page.lines.map((line) => line.kind)).toEqual(['adjustment', 'gift']);
  const { records } = await shop.must('operator-1', 'console', 'audit.list', {});
  expect(records[0]).toMatchObject({ staffId: 'op2', act: 'ledger.statementOf', subject: cardNumber.slice(-4), result: 'done' });
});

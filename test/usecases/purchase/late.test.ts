import { minuteMs } from '@shared/kernel/time';
import type { Home } from '@shared/member/contract';
import { openShop, sundayMorningMs, type TestShop } from '../openShop';

const hourMs = 60 * minuteMs;
let shop: TestShop;
beforeAll(async () => {
  shop = await openShop(2);
});
beforeEach(() => {
  shop.cloud.clock.setMs(sundayMorningMs);
});
afterAll(() => shop.close());

interface Late {
  readonly code: string;
  readonly scannedAt: number;
}
const scan = (home: Home): Late => ({ code: shop.codeOf(home), scannedAt: shop.cloud.clock.nowMs() });
const send = (late: Late, orderNo: string, amountFen = 5_000, staff = 'clerk-west', device?: string) =>
  shop.call(
    staff,
    'staff',
    'purchase.recordLate',
    { key: `late-key-${orderNo}`, orderNo, lines: [{ categoryId: 'general', amountFen }], ...late },
    device,
  );
const refusal = (code: string): object => ({ ok: false, refusal: { code } });
const pendingOf = async (openid: string) =>
  ((await shop.must(openid, 'member', 'member.home', { codeVersionHeld: 0 })) as Home).points.pending;

test('a purchase taken without network is recorded hours later, for the day of its scan, in the shift in which it arrives', async () => {
  const late = scan(await shop.join('late-1'));
  shop.cloud.clock.advanceMs(15 * hourMs);
  expect(await send(late, 'L1')).toMatchObject({ ok: true, value: { points: 50, releaseOn: '2026-11-29' } });
  const [purchase] = await shop.cloud.data.find('purchases', { orderNo: 'L1' });
  expect(purchase).toMatchObject({ source: 'late', day: '2026-11-22', takenAt: late.scannedAt });
  expect(Number(purchase?.['at'])).toBeGreaterThanOrEqual(late.scannedAt + 15 * hourMs);
});

test('a queue that is sent twice, or at once from two retries, counts once; two purchases of one scan are two', async () => {
  const late = scan(await shop.join('late-2'));
  shop.cloud.clock.advanceMs(hourMs);
  const answers = await Promise.all([send(late, 'M1'), send(late, 'M1'), send(late, 'M2', 700)]);
  expect(answers.filter(({ ok }) => ok).length).toBeGreaterThan(0);
  expect(await send(late, 'M1')).toMatchObject({ ok: true });
  expect(await send(late, 'M2', 700)).toMatchObject({ ok: true });
  shop.cloud.clock.advanceMs(30 * hourMs);
  expect(await send(late, 'M1')).toMatchObject({ ok: true, value: { points: 50 } });
  expect(await pendingOf('late-2')).toBe(57);
  expect((await shop.reconcile()).differences).toEqual([]);
});

test('a queue that is sent again while its member is leaving gets its first answer; what is new is refused', async () => {
  const late = scan(await shop.join('late-8'));
  shop.cloud.clock.advanceMs(hourMs);
  const first = await send(late, 'S1');
  expect(first).toMatchObject({ ok: true, value: { points: 50 } });
  await shop.must('late-8', 'member', 'member.leave', { key: 'leaving-late-8' });
  const again = await send(late, 'S1');
  expect(again.ok && again.value).toEqual(first.ok && first.value);
  expect(await send(late, 'S2')).toMatchObject(refusal('code.unknownCard'));
  expect(await shop.cloud.data.find('purchases', { orderNo: 'S2' })).toEqual([]);
  expect((await shop.reconcile()).differences).toEqual([]);
});

test('a code serves one till: scanned at two without network, the one that arrives first has it', async () => {
  const late = scan(await shop.join('late-3'));
  shop.cloud.clock.advanceMs(hourMs);
  expect(await send(late, 'N1', 100, 'clerk-east')).toMatchObject({ ok: true });
  expect(await send(late, 'N1')).toMatchObject({ ok: false, refusal: { code: 'code.used', args: { at: '10:00', shopZh: '东门店' } } });
  expect(await send(late, 'N1', 100, 'clerk-west', 'another-phone')).toMatchObject(refusal('code.used'));
});

test('a code that was scanned with network first is no second purchase at another till', async () => {
  const home = await shop.join('late-4');
  const late = scan(home);
  await shop.must('clerk-east', 'staff', 'visit.open', { code: late.code, by: 'scan' });
  shop.cloud.clock.advanceMs(hourMs);
  expect(await send(late, 'O1')).toMatchObject(refusal('code.used'));
  expect(await send(late, 'O2', 100, 'clerk-east')).toMatchObject({ ok: true });
});

test("the code is checked by the secret's version of the scan's time", async () => {
  const before = scan(await shop.join('late-5'));
  shop.cloud.clock.advanceMs(10 * minuteMs);
  await shop.must('late-5', 'member', 'member.renewCode', { key: 'renew-late-5' });
  shop.cloud.clock.advanceMs(10 * minuteMs);
  expect(await send(before, 'P1')).toMatchObject({ ok: true });
  const old = { code: before.code, scannedAt: shop.cloud.clock.nowMs() };
  expect(await send(old, 'P2')).toMatchObject(refusal('code.wrong'));
});

test.each([
  ['older than a day', 25 * hourMs, 5_000, 'late.tooOld'],
  ['from the future', -hourMs, 5_000, 'purchase.date'],
  ['over ¥1 000', hourMs, 100_001, 'late.tooMuch'],
])('refuses a purchase %s and writes nothing', async (_what, laterMs, amountFen, code) => {
  const home = await shop.join('late-6');
  const late = scan(home);
  shop.cloud.clock.advanceMs(laterMs);
  expect(await send(late, 'Q1', amountFen)).toMatchObject(refusal(code));
  expect(await pendingOf('late-6')).toBe(0);
  expect(await shop.cloud.data.find('audit', { act: 'purchase.recordLate', result: code })).not.toEqual([]);
});

test('wrong codes count and lock, as they do at the till', async () => {
  const home = await shop.join('late-7');
  const wrong = { code: `${home.cardNumber}000000`, scannedAt: shop.cloud.clock.nowMs() };
  const tries = [];
  for (let index = 0; index < 6; index += 1) tries.push(await send(wrong, `R${index}`, 100, 'clerk-west-2'));
  expect(tries.map((answer) => (answer.ok ? 'ok' : answer.refusal.code))).toEqual([
    ...Array.from({ length: 5 }, () => 'code.wrong'),
    'code.locked',
  ]);
});

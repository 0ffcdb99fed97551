import { dayMs, minuteMs } from '@shared/kernel/time';
import { openShop, sundayMorningMs, type TestShop } from '../openShop';

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop();
});
beforeEach(() => {
  shop.cloud.clock.setMs(sundayMorningMs);
});
afterAll(() => shop.close());

const racers = process.env['LANTERN_PROVE'] === '1' ? 50 : 25;

test('many check-ins at once by one member pay once', async () => {
  await shop.join('anna');
  const answers = await Promise.all(
    Array.from({ length: racers }, (_, index) => shop.call('anna', 'member', 'checkin.perform', { key: `tap-number-${index}` })),
  );
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  const refusals = answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal.code]));
  expect(refusals.every((code) => code === 'checkin.done' || code === 'busy.tryAgain')).toBe(true);
  expect((await shop.must('anna', 'member', 'ledger.statement', {})).lines.map((line) => line.kind)).toEqual(['checkin', 'gift']);
});

test('the same tap sent again gets its first answer', async () => {
  await shop.join('bea');
  const first = await shop.must('bea', 'member', 'checkin.perform', { key: 'tap-of-bea' });
  expect(await shop.must('bea', 'member', 'checkin.perform', { key: 'tap-of-bea' })).toEqual(first);
  expect(first).toMatchObject({ day: '2026-11-22', points: 5, available: 55, checkin: { doneToday: true, streak: 1, ladderDay: 1 } });
});

test('refuses a second check-in on the same business day and takes one after midnight of programme time', async () => {
  await shop.join('cleo');
  shop.cloud.clock.setMs(Date.UTC(2026, 10, 22, 15, 59));
  await shop.must('cleo', 'member', 'checkin.perform', { key: 'before-midnight' });
  expect(await shop.call('cleo', 'member', 'checkin.perform', { key: 'still-before' })).toMatchObject({
    refusal: { code: 'checkin.done' },
  });
  shop.cloud.clock.advanceMs(minuteMs);
  expect(await shop.must('cleo', 'member', 'checkin.perform', { key: 'after-midnight' })).toMatchObject({
    day: '2026-11-23',
    checkin: { streak: 2 },
  });
});

test('seven days in a row pay the ladder, and the calendar shows them', async () => {
  await shop.join('dora');
  const paid: number[] = [];
  for (let day = 0; day < 7; day += 1) {
    paid.push((await shop.must('dora', 'member', 'checkin.perform', { key: `ladder-day-${day}` })).points);
    shop.cloud.clock.advanceMs(dayMs);
  }
  expect(paid).toEqual([5, 5, 8, 8, 8, 10, 20]);
  const calendar = await shop.must('dora', 'member', 'checkin.calendar', { month: '2026-11' });
  expect(calendar.days.map(({ day }) => day.slice(-2))).toEqual(['22', '23', '24', '25', '26', '27', '28']);
});

test('the books are right afterwards', async () => {
  expect((await shop.reconcile()).differences).toEqual([]);
});

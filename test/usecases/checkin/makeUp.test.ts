import { dayMs } from '@shared/kernel/time';
import { defaultProgramme } from '@shared/store/programme';
import { openShop, sundayMorningMs, type TestShop } from '../openShop';

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop();
  const coupon = { benefit: { kind: 'amountOff', thresholdFen: 0, offFen: 500 }, validity: { kind: 'relative', days: 30 }, claim: 'grant' };
  const coupons = [
    { ...coupon, id: 'month', name: { zh: '满月券', en: 'Month voucher' }, perMember: 1, total: 2 },
    { ...coupon, id: 'star', name: { zh: '星光券', en: 'Starlight voucher' }, perMember: 1 },
  ];
  await apply('coupons', coupons);
});
beforeEach(() => {
  shop.cloud.clock.setMs(sundayMorningMs);
});
afterAll(() => shop.close());

const racers = process.env['LANTERN_PROVE'] === '1' ? 40 : 20;

async function apply(section: 'programme' | 'coupons', rows: readonly object[]): Promise<void> {
  const report = await shop.must('operator-1', 'console', 'store.apply', { section, rows: [...rows], dryRun: false, firstRow: 0 });
  expect(report.rows.filter((row) => row.result === 'refused')).toEqual([]);
  // Settings may be half a minute old.
  shop.cloud.clock.advanceMs(31_000);
}

const setTime = (day: string): void => shop.cloud.clock.setMs(Date.parse(`${day}T02:00:00Z`));
const checkIn = (person: string, day: string) => {
  setTime(day);
  return shop.must(person, 'member', 'checkin.perform', { key: `tap-on-${day}` });
};
const makeUp = (person: string, day: string, pays: 'card' | 'points', key = `make-up-${day}`) =>
  shop.call(person, 'member', 'checkin.makeUp', { key, day, pays });
test('a make-up for points restores the streak, pays day 1 and tops up what today was paid', async () => {
  await shop.join('anna');
  await checkIn('anna', '2026-11-22');
  await checkIn('anna', '2026-11-23');
  expect(await checkIn('anna', '2026-11-25')).toMatchObject({ points: 5, available: 65 });
  expect(await makeUp('anna', '2026-11-24', 'points')).toMatchObject({
    ok: true,
    value: {
      ...{ day: '2026-11-24', points: 5, costPoints: 50, topUp: { points: 3, voucher: null }, milestone: null },
      ...{ available: 23, checkin: { doneToday: true, streak: 4, ladderDay: 4, monthDays: 4, offer: null } },
    },
  });
  expect((await shop.must('anna', 'member', 'ledger.statement', {})).lines.slice(0, 3)).toMatchObject([
    { kind: 'checkin', availableDelta: 3, note: { toppedUp: '2026-11-25' } },
    { kind: 'checkin', availableDelta: 5, note: { madeUp: '2026-11-24' } },
    { kind: 'redemption', availableDelta: -50, note: { madeUp: '2026-11-24' } },
  ]);
});

test('the same make-up sent again gets its first answer, also when the day has passed out of reach; another one is refused', async () => {
  setTime('2026-12-20');
  const again = await makeUp('anna', '2026-11-24', 'points');
  expect(again).toMatchObject({ ok: true, value: { day: '2026-11-24', points: 5, topUp: { points: 3 } } });
  setTime('2026-11-25');
  expect(await makeUp('anna', '2026-11-24', 'points', 'another-key')).toMatchObject({ refusal: { code: 'checkin.checked' } });
  expect(await makeUp('anna', '2026-11-24', 'card')).toMatchObject({ refusal: { code: 'checkin.checked' } });
});

test('without a card, without points, out of reach, beyond the month’s limit: each has its refusal', async () => {
  await shop.join('bea');
  setTime('2026-11-26');
  expect(await makeUp('bea', '2026-11-23', 'card')).toMatchObject({ refusal: { code: 'checkin.noCard' } });
  expect(await makeUp('bea', '2026-11-21', 'points')).toMatchObject({ refusal: { code: 'checkin.makeUpDay' } });
  expect(await makeUp('bea', '2026-11-26', 'points')).toMatchObject({ refusal: { code: 'checkin.makeUpDay' } });
  expect((await makeUp('bea', '2026-11-23', 'points')).ok).toBe(true);
  expect(await makeUp('bea', '2026-11-24', 'points')).toMatchObject({ refusal: { code: 'points.short', args: { have: 5, need: 50 } } });
  await shop.cloud.data.update('accounts', {}, { $set: { tier: 'candle', reviewOn: '2028-01-08' } });
  expect((await makeUp('bea', '2026-11-24', 'card')).ok).toBe(true);
  expect(await makeUp('bea', '2026-11-25', 'card')).toMatchObject({ refusal: { code: 'checkin.noCard' } });
  await apply('programme', [{ makeUps: { ...defaultProgramme.makeUps, perMonthMax: 2 } }]);
  expect(await makeUp('bea', '2026-11-25', 'points')).toMatchObject({ refusal: { code: 'checkin.makeUpLimit', args: { max: 2 } } });
  await apply('programme', [{ makeUps: defaultProgramme.makeUps }]);
});

test('many make-ups at once: one card pays once, and points never go below zero', async () => {
  await shop.join('cleo');
  const { memberId } = (await shop.cloud.data.find('members', { _id: 'cleo' }))[0] ?? {};
  await shop.cloud.data.update('accounts', { memberId }, { $set: { tier: 'candle', reviewOn: '2028-01-08' } });
  setTime('2026-11-27');
  const days = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'];
  const answers = await Promise.all(
    Array.from({ length: racers }, (_, index) =>
      makeUp('cleo', days[index % 4] ?? '', index % 3 === 0 ? 'card' : 'points', `racer-no-${index}`),
    ),
  );
  const made = await shop.cloud.data.find('checkins', { memberId });
  expect(made).toHaveLength(answers.filter(({ ok }) => ok).length);
  expect(made.filter((each) => (each['makeUp'] as { pays: string }).pays === 'card').length).toBeLessThanOrEqual(1);
  expect(made.length).toBeLessThanOrEqual(2);
});

test('milestones give a chance, points and a voucher, once a month', async () => {
  const milestones = [
    { days: 2, reward: { kind: 'chance', count: 1 } },
    { days: 3, reward: { kind: 'points', points: 30 } },
    { days: 4, reward: { kind: 'voucher', couponId: 'month', points: 40 } },
  ];
  await apply('programme', [{ milestones }]);
  await shop.join('dora');
  await checkIn('dora', '2026-11-23');
  expect(await checkIn('dora', '2026-11-25')).toMatchObject({ points: 5, milestone: { days: 2, chances: 1, points: 0, voucher: null } });
  const third = { points: 5, milestone: { days: 3, points: 30 }, available: 95, checkin: { monthDays: 3 } };
  expect(await checkIn('dora', '2026-11-27')).toMatchObject(third);
  setTime('2026-11-28');
  expect(await makeUp('dora', '2026-11-26', 'points')).toMatchObject({
    value: { points: 5, topUp: null, milestone: { days: 4, points: 0, voucher: { zh: '满月券' } }, available: 50 },
  });
  expect((await shop.must('dora', 'member', 'game.play', {})).chances?.lots).toMatchObject([{ source: 'checkin', left: 1 }]);
  expect(await shop.must('dora', 'member', 'checkin.calendar', { month: '2026-11' })).toMatchObject({
    days: [
      { day: '2026-11-23', points: 5, madeUp: false },
      { day: '2026-11-25', points: 5 },
      { day: '2026-11-26', points: 5, madeUp: true },
      { day: '2026-11-27', points: 35 },
    ],
    milestones: [{ reached: true }, { reached: true }, { days: 4, reward: { kind: 'voucher', amount: 1 }, reached: true }],
    makeUps: { days: ['2026-11-22', '2026-11-24'], left: 2, cards: 0, pricePoints: 50, affordable: true },
  });
});

test('of the last unit of a milestone’s voucher one gets it, the others its points', async () => {
  const people = ['eva', 'fay', 'gus'];
  for (const person of people) {
    await shop.join(person);
    for (const day of ['2026-11-23', '2026-11-24', '2026-11-25']) await checkIn(person, day);
  }
  const days = await Promise.all(people.map((person) => checkIn(person, '2026-11-26')));
  expect(days.map(({ milestone }) => milestone?.points).sort()).toEqual([0, 40, 40]);
  expect(await shop.cloud.data.find('vouchers', { couponId: 'month', state: 'free' })).toEqual([]);
});

test('home offers the make-up that raises today’s reward, and a top-up can be the ladder’s voucher', async () => {
  await apply('programme', [{ ladder: [5, 5, 20], ladderCoupon: 'star' }]);
  await shop.join('hana');
  await checkIn('hana', '2026-11-22');
  setTime('2026-11-24');
  const home = await shop.must('hana', 'member', 'member.home', { codeVersionHeld: 0 });
  expect(home).toMatchObject({
    checkin: { offer: { day: '2026-11-23', pays: 'points', costPoints: 50, usual: { amount: 5 }, raised: { kind: 'voucher' } } },
  });
  await checkIn('hana', '2026-11-24');
  expect(await makeUp('hana', '2026-11-23', 'points')).toMatchObject({
    value: { topUp: { points: 0, voucher: { en: 'Starlight voucher' } }, checkin: { streak: 3 } },
  });
  const again = await makeUp('hana', '2026-11-23', 'points');
  expect(again).toMatchObject({ value: { topUp: { voucher: { en: 'Starlight voucher' } } } });
  const { memberId } = (await shop.cloud.data.find('members', { _id: 'hana' }))[0] ?? {};
  expect(await shop.cloud.data.find('vouchers', { memberId })).toHaveLength(1);
});

test('the books are right afterwards, points and chances', async () => {
  shop.cloud.clock.setMs(sundayMorningMs + 40 * dayMs);
  expect((await shop.reconcile()).differences).toEqual([]);
});

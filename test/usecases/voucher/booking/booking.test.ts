import { openCourse, type Course, places, thursday, tuesday, tuesdayMs, hourMs, wednesday } from './openCourse';

const prove = process.env['LANTERN_PROVE'] === '1';

let course: Course;
beforeAll(async () => {
  course = await openCourse();
});
beforeEach(() => course.begin());
afterEach(() => course.agree());
afterAll(() => course.shop.close());

test('the places go to as many as there are, and to nobody twice, in any rush; the others are told that it is full', async () => {
  const people = Array.from({ length: prove ? 200 : 30 }, (_, index) => `rush-${index}`);
  const vouchers = await Promise.all(people.map(course.holds));
  const results = await Promise.all(people.map((openid, index) => course.book(openid, vouchers[index]?.voucherId ?? '', tuesday)));
  const given = results.filter((result) => result.includes(':book-0001'));
  expect(given).toHaveLength(places);
  expect(results.filter((result) => result === 'booking.full')).toHaveLength(people.length - places);
  expect((await course.taken(tuesday)).map(({ _id }) => String(_id).split('#')[1]).sort()).toEqual(['1', '2', '3']);
  const lucky = people[results.findIndex((result) => given.includes(result))] ?? '';
  const seen = await course.shop.must(lucky, 'member', 'voucher.mine', { tab: 'usable' });
  expect(seen.vouchers).toMatchObject([{ booking: { standing: 'booked', startsAt: tuesdayMs, changeUntil: tuesdayMs - 2 * hourMs } }]);
  expect(await course.cancel(lucky, seen.vouchers[0]?.booking?.bookingId ?? '')).toBe('unbooked');
  const late = people.findIndex((_, index) => results[index] === 'booking.full');
  expect(await course.book(people[late] ?? '', vouchers[late]?.voucherId ?? '', tuesday, 'book-0002')).toContain(':book-0002');
});

test('one tap sent ten times is one booking, ten taps are one too, and a tap that means something else is refused', async () => {
  const { voucherId } = await course.holds('anna');
  const same = await Promise.all(Array.from({ length: 10 }, () => course.book('anna', voucherId, tuesday)));
  expect(new Set(same).size).toBe(1);
  const others = await Promise.all(Array.from({ length: 10 }, (_, index) => course.book('anna', voucherId, thursday, `book-1${index}00`)));
  expect(new Set(others)).toEqual(new Set(['booking.already']));
  expect(await course.book('anna', voucherId, thursday)).toBe('key.reused');
  const second = await course.holds('anna');
  const taps = await Promise.all(
    Array.from({ length: 10 }, (_, index) => course.book('anna', second.voucherId, thursday, `book-2${index}00`)),
  );
  expect(taps.filter((result) => result === 'booking.already')).toHaveLength(9);
  expect(await course.bookings({ state: 'booked' })).toHaveLength(2);
  expect(await course.book('ben', voucherId, tuesday)).toBe('member.unknown');
  await course.shop.join('ben');
  expect(await course.book('ben', voucherId, tuesday)).toBe('voucher.unknown');
});

test('moving takes the new place and gives back the old in one step; where the new one cannot be had, nothing changes', async () => {
  const [anna, ben] = [await course.holds('anna'), await course.holds('ben')];
  const first = await course.book('anna', anna.voucherId, tuesday);
  await course.book('ben', ben.voucherId, wednesday);
  expect(await course.move('anna', first, wednesday)).toBe('booking.full');
  expect(await course.move('anna', first, tuesday)).toBe('booking.already');
  expect(await course.move('ben', first, thursday)).toBe('booking.unknown');
  expect(await course.taken(tuesday)).toHaveLength(1);
  const moved = await course.move('anna', first, thursday, 'move-0002');
  expect(moved).toContain(':move-0002');
  expect(await course.move('anna', first, thursday, 'move-0002')).toBe(moved);
  expect([await course.taken(tuesday), await course.taken(thursday)].map((each) => each.length)).toEqual([0, 1]);
  expect(await course.bookings({ _id: first })).toMatchObject([{ state: 'moved' }]);
  expect(await course.bookings({ _id: moved })).toMatchObject([{ state: 'booked', movedFrom: first }]);
  expect(await course.cancel('anna', first)).toBe('booking.over');
  const list = await course.shop.must('anna', 'member', 'booking.mine', {});
  expect(list.bookings.map(({ standing }) => standing)).toEqual(['booked', 'moved']);
});

test('of moves and a cancellation at once one comes first, and the places agree', async () => {
  for (let round = 0; round < (prove ? 30 : 4); round += 1) {
    // Nobody may claim as many as there are rounds.
    const who = `mover-${round}`;
    const { voucherId } = await course.holds(who);
    const first = await course.book(who, voucherId, tuesday, `book-${1000 + round}`);
    const results = await Promise.all([
      course.move(who, first, thursday, `move-${1000 + round}`),
      course.cancel(who, first),
      course.move(who, first, wednesday, `move-${2000 + round}`),
    ]);
    expect(results.filter((result) => result !== 'booking.over')).toHaveLength(1);
    await course.agree();
    const [live] = await course.bookings({ voucherId, state: 'booked' });
    if (live !== undefined) await course.cancel(who, String(live._id));
  }
});

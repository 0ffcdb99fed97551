import { dayMs } from '@shared/kernel/time';
import { defaultProgramme } from '@shared/store/programme';
import { openCourse, type Course, courseRow, slots, places, thursday, tuesday, tuesdayMs, hourMs, minuteMs, wednesday } from './openCourse';

let course: Course;
beforeAll(async () => {
  course = await openCourse();
});
beforeEach(() => course.begin());
afterEach(() => course.agree());
afterAll(() => course.shop.close());

test('who comes in time is marked as here in the same step as the voucher is used, and so is its undoing', async () => {
  const { voucherId, code } = await course.holds('anna');
  const redeem = (staff: string, key: string) => course.shop.call(staff, 'staff', 'voucher.redeem', { key, code });
  expect(await redeem('clerk-west', 'redeem-01')).toMatchObject({ refusal: { code: 'booking.needed' } });
  const bookingId = await course.book('anna', voucherId, tuesday);
  expect(await redeem('clerk-west', 'redeem-02')).toMatchObject({
    refusal: { code: 'booking.tooEarly', args: { from: '2026-11-24 13:30' } },
  });
  const ahead = await course.shop.must('clerk-west', 'staff', 'booking.ofDay', { day: '2026-11-24' });
  expect(ahead.bookings).toMatchObject([{ bookingId, standing: 'booked' }]);
  expect((await course.shop.must('clerk-west', 'staff', 'booking.ofDay', {})).bookings).toEqual([]);
  course.shop.cloud.clock.setMs(tuesdayMs - 30 * minuteMs);
  expect(await course.cancel('anna', bookingId)).toBe('booking.fixed');
  expect(await course.move('anna', bookingId, thursday)).toBe('booking.fixed');
  expect(await redeem('clerk-east', 'redeem-03')).toMatchObject({ refusal: { code: 'booking.otherShop', args: { shopEn: 'West Lake' } } });
  expect(await course.shop.must('clerk-west', 'staff', 'voucher.check', { code })).toMatchObject({ booking: { startsAt: tuesdayMs } });
  const tries = await Promise.all(['a', 'b', 'c'].map((tap) => redeem('clerk-west', `redeem-1${tap}`)));
  expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
  const seen = async () => (await course.shop.must('clerk-west', 'staff', 'booking.ofDay', {})).bookings;
  expect(await seen()).toMatchObject([{ standing: 'attended', startsAt: tuesdayMs, cardTail: expect.stringMatching(/^\d{4}$/) as string }]);
  expect(await course.bookings({ _id: bookingId })).toMatchObject([{ state: 'attended', arrival: { staffId: 'qing' } }]);
  await course.shop.must('clerk-west', 'staff', 'voucher.undoUse', { key: 'undo-0001', code });
  await course.shop.must('clerk-west', 'staff', 'voucher.undoUse', { key: 'undo-0001', code });
  expect(await seen()).toMatchObject([{ standing: 'booked' }]);
  expect(await course.shop.must('clerk-east', 'staff', 'booking.ofDay', {})).toEqual({ bookings: [], next: null });
});

test('a voucher whose session was missed is refused at the counter and can be booked again', async () => {
  const { voucherId, code } = await course.holds('anna');
  await course.book('anna', voucherId, tuesday);
  course.shop.cloud.clock.setMs(tuesdayMs + 15 * minuteMs + 1);
  const refused = await course.shop.call('clerk-west', 'staff', 'voucher.redeem', { key: 'redeem-01', code });
  expect(refused).toMatchObject({ refusal: { code: 'booking.missed', args: { at: '2026-11-24 14:00', minutes: 15 } } });
  expect(await course.shop.must('clerk-west', 'staff', 'booking.ofDay', {})).toMatchObject({ bookings: [{ standing: 'missed' }] });
  expect(await course.book('anna', voucherId, thursday, 'book-0002')).toContain(':book-0002');
  const list = await course.shop.must('anna', 'member', 'booking.mine', {});
  expect(list.bookings.map(({ standing }) => standing)).toEqual(['booked', 'missed']);
  await course.shop.must('anna', 'member', 'member.requestExport', {});
  await course.shop.cloud.runTimer('jobs', 'exportMembers');
  const { url } = await course.shop.must('anna', 'member', 'member.exportState', {});
  const file = (await (await fetch(String(url))).json()) as Record<string, unknown[]>;
  expect(file['bookings']).toHaveLength(2);
});

test('what can be booked is shown with its places: not what is closed, full is 0, and a paused coupon or closed shop is said', async () => {
  const [anna, ben] = [await course.holds('anna'), await course.holds('ben')];
  await course.book('ben', ben.voucherId, wednesday);
  const shown = async () => (await course.shop.must('anna', 'member', 'booking.sessions', { voucherId: anna.voucherId })).sessions;
  expect((await shown()).map(({ sessionId, left }) => [sessionId, left])).toEqual([
    [tuesday, places],
    [wednesday, 0],
    [thursday, places],
    ['course:west:2026-12-01T1400', places],
    ['course:east:2026-12-02T1000', 1],
    ['course:west:2026-12-03T1400', places],
  ]);
  course.shop.cloud.clock.setMs(tuesdayMs - 2 * hourMs + 1);
  expect((await shown())[0]?.sessionId).toBe(wednesday);
  expect(await course.book('anna', anna.voucherId, tuesday)).toBe('booking.closed');
  const closed = { id: 'east', name: { zh: '东门店', en: 'East Gate' }, active: false };
  await course.shop.must('operator-1', 'console', 'store.apply', { section: 'shops', rows: [closed], dryRun: false, firstRow: 0 });
  await course.apply({
    ...courseRow,
    sessions: { slots: [...slots, { shop: 'west', day: '2026-11-26', start: '14:00', minutes: 40, places: 0 }] },
  });
  expect(await course.book('anna', anna.voucherId, 'course:east:2026-12-02T1000', 'book-0002')).toBe('booking.shopClosed');
  expect(await course.book('anna', anna.voucherId, thursday, 'book-0003')).toBe('booking.noSession');
  await course.shop.must('operator-1', 'console', 'store.apply', {
    section: 'shops',
    rows: [{ ...closed, active: true }],
    dryRun: false,
    firstRow: 0,
  });
  await course.apply({ ...courseRow, active: false });
  expect(await course.book('anna', anna.voucherId, 'course:west:2026-12-01T1400', 'book-0004')).toBe('booking.paused');
  expect(await course.shop.call('anna', 'member', 'booking.sessions', { voucherId: anna.voucherId })).toMatchObject({
    refusal: { code: 'booking.paused' },
  });
});

test('the day before one is reminded of what is still booked, and nothing is said to who booked later than that', async () => {
  const [anna, ben, cora] = [await course.holds('anna'), await course.holds('ben'), await course.holds('cora')];
  const kept = await course.book('anna', anna.voucherId, tuesday);
  await course.cancel('ben', await course.book('ben', ben.voucherId, tuesday));
  const reminders = () => course.shop.cloud.data.find('outbox', { kind: 'bookingReminder' });
  expect(await reminders()).toHaveLength(2);
  expect((await reminders()).find(({ state }) => state === 'waiting')).toMatchObject({
    _id: `bookingReminder:${kept}`,
    dueAt: tuesdayMs - dayMs,
    expiresAt: tuesdayMs,
    facts: { day: '2026-11-24', clock: '14:00', shopEn: 'West Lake' },
  });
  course.shop.cloud.clock.setMs(tuesdayMs - dayMs);
  await course.book('cora', cora.voucherId, tuesday);
  expect(await reminders()).toHaveLength(2);
  await course.shop.cloud.runTimer('jobs', 'sendOutbox');
  const inbox = (openid: string) => course.shop.must(openid, 'member', 'message.inbox', {});
  expect((await inbox('anna')).messages).toMatchObject([{ kind: 'bookingReminder' }]);
  expect((await inbox('ben')).messages).toEqual([]);
});

test('who booked a session that is called off is freed and told once, and their voucher outlives it by a week at least', async () => {
  const called = (day: string) => ({ shop: 'west', day, start: '14:00', minutes: 40, places: 0 });
  await course.apply({ ...courseRow, validity: { kind: 'fixed', from: '2026-11-01', to: '2026-11-25' } });
  const [anna, ben, cora] = [await course.holds('anna'), await course.holds('ben'), await course.holds('cora')];
  const kept = await course.book('anna', anna.voucherId, tuesday);
  await course.book('ben', ben.voucherId, tuesday);
  await course.book('cora', cora.voucherId, wednesday);
  await course.apply({ ...courseRow, sessions: { slots: slots.slice(1) } });
  await course.shop.cloud.runTimer('jobs', 'callOffSessions');
  expect(await course.taken(tuesday)).toHaveLength(2);
  await course.apply({ ...courseRow, sessions: { slots: [...slots, called('2026-11-24')] } });
  await Promise.all([1, 2, 3].map(() => course.shop.cloud.runTimer('jobs', 'callOffSessions')));
  await course.shop.cloud.runTimer('jobs', 'callOffSessions');
  expect([await course.taken(tuesday), await course.taken(wednesday)].map((each) => each.length)).toEqual([0, 1]);
  expect(await course.bookings({ _id: kept })).toMatchObject([{ state: 'calledOff', steps: [{}, { by: 'calledOff' }] }]);
  const { vouchers } = await course.shop.must('anna', 'member', 'voucher.mine', { tab: 'usable' });
  expect(vouchers).toMatchObject([{ endsOn: '2026-12-01', booking: { standing: 'calledOff', startsAt: tuesdayMs } }]);
  expect(await course.book('anna', anna.voucherId, tuesday, 'book-0002')).toBe('booking.noSession');
  const counter = await course.shop.call('clerk-west', 'staff', 'voucher.redeem', { key: 'redeem-01', code: anna.code });
  expect(counter).toMatchObject({ refusal: { code: 'booking.calledOff', args: { at: '2026-11-24 14:00' } } });
  expect(await course.cancel('anna', kept)).toBe('booking.over');
  await course.shop.cloud.runTimer('jobs', 'sendOutbox');
  const told = await course.shop.must('anna', 'member', 'message.inbox', {});
  expect(told.messages.map(({ kind }) => kind)).toEqual(['sessionCalledOff']);
  expect((await course.shop.must('cora', 'member', 'message.inbox', {})).messages).toEqual([]);
  expect(await course.book('anna', anna.voucherId, 'course:west:2026-12-01T1400', 'book-0003')).toContain(':book-0003');
});

test('tiers with early access see sessions and book them days before the others, who are told when they can', async () => {
  const setEarly = async (early: boolean): Promise<void> => {
    const tiers = defaultProgramme.tiers.map((tier) => (tier.id === 'firefly' ? { ...tier, earlyAccess: early } : tier));
    await course.shop.must('operator-1', 'console', 'store.apply', { section: 'programme', rows: [{ tiers }], dryRun: false, firstRow: 0 });
    course.shop.cloud.clock.advanceMs(minuteMs);
  };
  const { voucherId } = await course.holds('anna');
  const beyond = 'course:west:2026-12-08T1400';
  const seen = async () => course.shop.must('anna', 'member', 'booking.sessions', { voucherId });
  const others = await seen();
  expect(others.early).toMatchObject({ days: 2, mine: false, tiers: [{ en: 'Galaxy' }] });
  expect(others.sessions.map(({ sessionId }) => sessionId)).not.toContain(beyond);
  const refused = await course.shop.call('anna', 'member', 'booking.book', { key: 'book-0001', voucherId, sessionId: beyond });
  expect(refused).toMatchObject({ refusal: { code: 'booking.notOpen', args: { on: '2026-11-24' } } });
  await setEarly(true);
  expect(await seen()).toMatchObject({ opensDays: 16, early: { days: 2, mine: true } });
  expect((await seen()).sessions.map(({ sessionId }) => sessionId)).toContain(beyond);
  expect(await course.book('anna', voucherId, beyond)).toContain(':book-0001');
  expect(await course.book('anna', voucherId, 'course:west:2026-12-10T1400', 'book-0002')).toBe('booking.already');
  await setEarly(false);
});

test('who has left when staff take a mistaken scan back has neither voucher nor place any more', async () => {
  const { voucherId, code } = await course.holds('elsa');
  const inDecember = 'course:west:2026-12-01T1400';
  const startsAt = tuesdayMs + 7 * dayMs;
  const bookingId = await course.book('elsa', voucherId, inDecember);
  course.shop.cloud.clock.setMs(tuesdayMs + 2 * minuteMs);
  await course.shop.must('elsa', 'member', 'member.leave', { key: 'leave-key-2' });
  course.shop.cloud.clock.setMs(startsAt);
  await course.shop.must('clerk-west', 'staff', 'voucher.redeem', { key: 'redeem-01', code });
  course.shop.cloud.clock.setMs(startsAt + 3 * minuteMs);
  await course.shop.cloud.runTimer('jobs', 'eraseMembers');
  await course.shop.must('clerk-west', 'staff', 'voucher.undoUse', { key: 'undo-0001', code });
  expect(await course.bookings({ _id: bookingId })).toMatchObject([{ state: 'cancelled' }]);
  expect(await course.taken(inDecember)).toEqual([]);
});

test('a booked voucher is not given away; taken away, by itself, with its holder or with its coupon, it gives its place back', async () => {
  const [anna, ben, cora] = [await course.holds('anna'), await course.holds('ben'), await course.holds('cora')];
  const inDecember = 'course:west:2026-12-01T1400';
  const booking = await course.book('anna', anna.voucherId, inDecember);
  await course.book('ben', ben.voucherId, inDecember);
  await course.book('cora', cora.voucherId, inDecember);
  const offer = () => course.shop.call('anna', 'member', 'voucher.offerGift', { key: 'offer-001', voucherId: anna.voucherId });
  expect(await offer()).toMatchObject({ refusal: { code: 'voucher.booked' } });
  expect(await course.cancel('anna', booking)).toBe('unbooked');
  expect(await offer()).toMatchObject({ ok: true });
  expect(await course.book('anna', anna.voucherId, inDecember, 'book-0002')).toBe('booking.notUsable');
  expect(await course.taken(inDecember)).toHaveLength(2);
  await course.shop.must('cora', 'member', 'member.leave', { key: 'leave-key-1' });
  course.shop.cloud.clock.advanceMs(7 * dayMs);
  await course.shop.cloud.runTimer('jobs', 'eraseMembers');
  expect((await course.taken(inDecember)).map((place) => place['bookingId'])).toEqual(
    (await course.bookings({ state: 'booked' })).map(({ _id }) => _id),
  );
  expect(await course.bookings({ voucherId: cora.voucherId })).toMatchObject([{ state: 'cancelled', steps: [{}, { by: 'leaving' }] }]);
  await course.shop.must('operator-1', 'console', 'voucher.revoke', { code: ben.code, reason: 'counted twice' });
  expect(await course.taken(inDecember)).toEqual([]);
  const dora = await course.holds('dora');
  await course.book('dora', dora.voucherId, inDecember);
  await course.shop.must('operator-1', 'console', 'voucher.revokeCoupon', { couponId: 'course', reason: 'the tea is out' });
  await course.shop.cloud.runTimer('jobs', 'revokeVouchers');
  expect(await course.taken(inDecember)).toEqual([]);
});

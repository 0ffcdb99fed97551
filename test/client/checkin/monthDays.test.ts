import { monthDays } from '@/features/checkin/monthDays';

it('begins the week on Monday', () => {
  // 1 November 2026 is a Sunday: six blanks stand before it.
  expect(monthDays('2026-11').slice(0, 7)).toEqual([null, null, null, null, null, null, '2026-11-01']);
});

it('has no blanks before a month that begins on a Monday', () => {
  expect(monthDays('2026-06')[0]).toBe('2026-06-01');
});

it('holds every day of a leap February and no more', () => {
  const days = monthDays('2028-02').filter((day) => day !== null);
  expect([days.length, days[0], days[28]]).toEqual([29, '2028-02-01', '2028-02-29']);
});

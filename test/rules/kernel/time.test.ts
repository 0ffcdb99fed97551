import fc from 'fast-check';
import { addDays, addMonths, clockOf, dayNumber, dayOf, isDay, lastDayOf, monthOf, startOfDayMs } from '@shared/kernel/time';

const shanghaiMinutes = 480;

test('a day begins at midnight of programme time, not of UTC', () => {
  const lastSecond = Date.UTC(2026, 10, 21, 15, 59, 59);
  expect(dayOf(lastSecond, shanghaiMinutes)).toBe('2026-11-21');
  expect(dayOf(lastSecond + 1000, shanghaiMinutes)).toBe('2026-11-22');
  expect(clockOf(lastSecond + 1000, shanghaiMinutes)).toBe('00:00');
});

test('adds days across months, years and a leap day', () => {
  expect(addDays('2026-11-28', 7)).toBe('2026-12-05');
  expect(addDays('2027-12-31', 1)).toBe('2028-01-01');
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addMonths('2026-11', 12)).toBe('2027-11');
  expect(addMonths('2026-01', -1)).toBe('2025-12');
  expect(lastDayOf('2028-02')).toBe('2028-02-29');
});

test('knows a real day from one that is not', () => {
  expect(isDay('2028-02-29')).toBe(true);
  expect(['2026-02-29', '2026-13-01', '2026-1-1', 'x'].map(isDay)).toEqual([false, false, false, false]);
});

test('every instant lies in the day it is said to lie in, whatever the offset', () => {
  const instants = fc.integer({ min: 0, max: 4_000_000_000_000 });
  const offsets = fc.integer({ min: -720, max: 840 });
  fc.assert(
    fc.property(instants, offsets, (at, offset) => {
      const day = dayOf(at, offset);
      expect(startOfDayMs(day, offset)).toBeLessThanOrEqual(at);
      expect(startOfDayMs(addDays(day, 1), offset)).toBeGreaterThan(at);
      expect(monthOf(day)).toBe(day.slice(0, 7));
      expect(dayNumber(addDays(day, 400)) - dayNumber(day)).toBe(400);
    }),
  );
});

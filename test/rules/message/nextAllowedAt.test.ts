import fc from 'fast-check';
import { clockOf, dayMs, dayNumber, dayOf, minuteMs } from '@shared/kernel/time';
import { judgeAnswer } from '@shared/message/judgeAnswer';
import { nextAllowedAt } from '@shared/message/nextAllowedAt';
import { defaultMessagePolicy, type MessagePolicy } from '@shared/message/policy';

const policy = defaultMessagePolicy;
/** 22 November 2026, a time of day in programme time. */
const at = (clock: string, offsetMinutes = 480): number => Date.parse(`2026-11-22T${clock}:00.000Z`) - offsetMinutes * minuteMs;

test.each([
  ['21:29', 480, '2026-11-22 21:29'],
  ['21:30', 480, '2026-11-23 09:00'],
  ['23:59', 480, '2026-11-23 09:00'],
  ['00:00', 480, '2026-11-22 09:00'],
  ['08:59', 480, '2026-11-22 09:00'],
  ['09:00', 480, '2026-11-22 09:00'],
  ['21:30', -300, '2026-11-23 09:00'],
  ['03:00', 330, '2026-11-22 09:00'],
  ['12:00', 840, '2026-11-22 12:00'],
])('at %s of a programme at UTC%+d minutes the next push may go out at %s', (clock, offset, expected) => {
  const allowed = nextAllowedAt(policy, [], at(clock, offset), offset);
  expect(`${dayOf(allowed, offset)} ${clockOf(allowed, offset)}`).toBe(expected);
});

test('quiet hours within one day and none at all', () => {
  const noon: MessagePolicy = { ...policy, quietFrom: '12:00', quietTo: '14:00' };
  expect(nextAllowedAt(noon, [], at('13:00'), 480)).toBe(at('14:00'));
  expect(nextAllowedAt(noon, [], at('14:00'), 480)).toBe(at('14:00'));
  expect(nextAllowedAt({ ...policy, quietFrom: '00:00', quietTo: '00:00' }, [], at('03:00'), 480)).toBe(at('03:00'));
});

test('a push before midnight counts for its own day, not for the one that begins minutes later', () => {
  const always: MessagePolicy = { ...policy, quietFrom: '00:00', quietTo: '00:00' };
  const pushed = [at('23:58')];
  expect(nextAllowedAt(always, pushed, at('23:59'), 480)).toBe(at('23:58') + 2 * minuteMs);
  // The same two instants lie on one day of a programme further west.
  expect(nextAllowedAt(always, pushed, at('23:58') + 3 * minuteMs, 0)).toBeGreaterThan(at('23:58') + 3 * minuteMs);
});

test('no caps means never: a shop can switch pushes off', () => {
  expect(nextAllowedAt({ ...policy, perDayMax: 0 }, [], at('12:00'), 480)).toBe(Number.MAX_SAFE_INTEGER);
});

test('whatever is asked for, pushes keep the quiet hours and both caps, and nothing earlier would have been allowed', () => {
  const minute = fc.integer({ min: 0, max: 30 * 24 * 60 });
  const caps = fc.record({ perDayMax: fc.integer({ min: 1, max: 3 }), perWeekMax: fc.integer({ min: 1, max: 6 }) });
  fc.assert(
    fc.property(
      fc.array(minute, { minLength: 1, maxLength: 40 }),
      caps,
      fc.constantFrom(-720, -300, 0, 345, 480, 840),
      (asks, cap, offset) => {
        const rules = { ...policy, ...cap };
        const pushed: number[] = [];
        for (const ask of asks.sort((a, b) => a - b)) {
          const wanted = Math.max(at('00:00') + ask * minuteMs, pushed.at(-1) ?? 0);
          const allowed = nextAllowedAt(rules, pushed, wanted, offset);
          expect(allowed).toBeGreaterThanOrEqual(wanted);
          for (let earlier = wanted; earlier < allowed; earlier += 3 * 3_600_000) {
            expect(nextAllowedAt(rules, pushed, earlier, offset)).toBe(allowed);
          }
          pushed.push(allowed);
        }
        const days = pushed.map((instant) => dayNumber(dayOf(instant, offset)));
        for (const day of days) {
          expect(days.filter((each) => each === day).length).toBeLessThanOrEqual(cap.perDayMax);
          expect(days.filter((each) => each > day - 7 && each <= day).length).toBeLessThanOrEqual(cap.perWeekMax);
        }
        for (const instant of pushed) {
          const clock = clockOf(instant, offset);
          expect(clock >= '09:00' && clock < '21:30').toBe(true);
        }
      },
    ),
  );
});

const message = { tries: 0, expiresAt: 10 * dayMs };
test.each([
  [43101, 'grantGone'],
  [47003, 'fieldWrong'],
  [40003, 'stopTemplate'],
  [40037, 'stopTemplate'],
  [41030, 'stopTemplate'],
  [-604101, 'stopTemplate'],
  [45009, 'retry'],
  [-1, 'retry'],
  [-501001, 'unknown'],
  [0, 'unknown'],
])('the platform’s %i means %s', (errCode, what) => {
  expect(judgeAnswer({ ok: false, errCode, text: '' }, message, 0)).toMatchObject({ what });
});

test('what may pass is tried again later and later, five times, and not beyond the message’s life', () => {
  const busy = { ok: false, errCode: -1, text: 'system busy' } as const;
  const waits = [0, 1, 2, 3, 4, 5].map((tries) => judgeAnswer(busy, { ...message, tries }, 0));
  expect(waits.map((verdict) => (verdict.what === 'retry' ? verdict.at / minuteMs : verdict.what))).toEqual([1, 5, 15, 60, 240, 'giveUp']);
  expect(judgeAnswer(busy, { tries: 3, expiresAt: 59 * minuteMs }, 0)).toEqual({ what: 'giveUp' });
});

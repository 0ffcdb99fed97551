import fc from 'fast-check';
import { addDays, clockOf, dayMs, dayNumber, dayOf, minuteMs, startOfDayMs } from '@shared/kernel/time';
import { anniversaryOn } from '@shared/member/anniversary';
import { decideSend } from '@shared/message/decideSend';
import { draftMessage, type MessageRequest } from '@shared/message/draftMessage';
import { festivalsOn, isFestivalDate, type Festival } from '@shared/message/festival';
import { noticesOf, withPush, type Notices } from '@shared/message/notices';
import { defaultMessagePolicy } from '@shared/message/policy';

const offsets = fc.constantFrom(-720, -300, 0, 345, 480, 840);
const words = { zh: '字', en: 'word' };
const festival: Festival = { _id: 'f', date: '02-29', name: words, words, gift: { points: 10 }, active: true };

test('who joined on the 29th of February is greeted on the 28th of a short February, and on the 29th of a long one', () => {
  const joined = startOfDayMs('2028-02-29', 480);
  expect(anniversaryOn(joined, '2028-02-29', 480)).toBeNull();
  expect(anniversaryOn(joined, '2029-02-28', 480)).toBe(1);
  expect(anniversaryOn(joined, '2029-03-01', 480)).toBeNull();
  expect(anniversaryOn(joined, '2032-02-28', 480)).toBeNull();
  expect(anniversaryOn(joined, '2032-02-29', 480)).toBe(4);
});

test('one minute apart across midnight is another day, and which day it is depends on the programme’s offset', () => {
  const joined = startOfDayMs('2026-11-22', 480) - minuteMs;
  expect(anniversaryOn(joined, '2027-11-21', 480)).toBe(1);
  expect(anniversaryOn(joined + minuteMs, '2027-11-21', 480)).toBeNull();
  expect(anniversaryOn(joined + minuteMs, '2027-11-21', 0)).toBe(1);
});

test('whenever and wherever somebody joined, each year greets them once', () => {
  const instants = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2028, 11, 31) });
  fc.assert(
    fc.property(instants, offsets, (joined, offset) => {
      const first = dayOf(joined, offset);
      const greeted = Array.from({ length: 365 * 5 + 2 }, (_, index) => anniversaryOn(joined, addDays(first, index), offset));
      expect(greeted.filter((years) => years !== null)).toEqual([1, 2, 3, 4, 5].slice(0, greeted.filter(Boolean).length));
      expect(greeted.filter(Boolean).length).toBeGreaterThanOrEqual(4);
    }),
    { numRuns: 60 },
  );
});

test('a festival of a month and date comes every year, one of a day only then, and one set inactive never', () => {
  expect(festivalsOn([festival], '2027-02-28')).toEqual([festival]);
  expect(festivalsOn([festival], '2028-02-28')).toEqual([]);
  expect(festivalsOn([festival], '2028-02-29')).toEqual([festival]);
  const moon = { ...festival, date: '2027-02-06' };
  expect(festivalsOn([moon], '2027-02-06')).toEqual([moon]);
  expect(festivalsOn([moon], '2028-02-06')).toEqual([]);
  expect(festivalsOn([{ ...moon, active: false }], '2027-02-06')).toEqual([]);
  expect(['02-29', '2027-02-06', '12-31'].every(isFestivalDate)).toBe(true);
  expect(['02-30', '2027-02-29', '13-01', '', '1-1'].some(isFestivalDate)).toBe(false);
});

/** The kinds that are also sent by SMS. */
const requests: readonly MessageRequest[] = [
  { kind: 'birthday', source: 's', memberId: 'm', facts: { gift: words } },
  { kind: 'anniversary', source: 's', memberId: 'm', facts: { years: 1, gift: words } },
  { kind: 'festival', source: 's', memberId: 'm', facts: { name: words, words, gift: words } },
  { kind: 'newGoods', source: 's', memberId: 'm', facts: { name: words, price: 100, count: 1 } },
];
const common = { policy: defaultMessagePolicy, stopped: new Set<string>(), sms: true };

test('greetings and news by SMS keep quiet hours and caps across midnight in every time zone, or are given up', () => {
  const ask = fc.record({ request: fc.constantFrom(...requests), minute: fc.integer({ min: 0, max: 14 * 24 * 60 }) });
  fc.assert(
    fc.property(fc.array(ask, { minLength: 1, maxLength: 25 }), offsets, (asks, offsetMinutes) => {
      let notices: Notices = noticesOf({});
      const pushedOn: number[] = [];
      const start = Date.UTC(2028, 1, 27);
      for (const { request, minute } of asks.sort((a, b) => a.minute - b.minute)) {
        let now = Math.max(start + minute * minuteMs, notices.recent.at(-1)?.at ?? 0);
        const message = draftMessage({ ...request, source: `${request.kind}:${minute}:${pushedOn.length}` }, now);
        const setting = (): Parameters<typeof decideSend>[2] => ({ ...common, now, offsetMinutes });
        const person = { notices, marketing: true, phone: '13800000000' };
        let decision = decideSend(message, person, setting());
        if (decision.act === 'keep') {
          expect(decision.dueAt).toBeGreaterThan(now);
          now = decision.dueAt;
          decision = decideSend(message, person, setting());
        }
        if (decision.act === 'end') expect(decision).toMatchObject({ state: 'givenUp', reason: 'quietOrCapped' });
        else {
          expect(decision).toMatchObject({ act: 'push', channel: 'sms' });
          const clock = clockOf(now, offsetMinutes);
          expect(clock >= '09:00' && clock < '21:30').toBe(true);
          expect(now - message.dueAt).toBeLessThan(3 * dayMs);
          pushedOn.push(dayNumber(dayOf(now, offsetMinutes)));
          notices = withPush(notices, { id: message._id, at: now, topic: null });
        }
      }
      expect(new Set(pushedOn).size).toBe(pushedOn.length);
      for (const day of pushedOn) expect(pushedOn.filter((each) => each > day - 7 && each <= day).length).toBeLessThanOrEqual(3);
    }),
  );
});

test.each(requests)('$kind goes by SMS only to who agreed to marketing, and never to who switched it off', (request) => {
  const now = Date.UTC(2026, 10, 22, 4);
  const message = draftMessage(request, now);
  const setting = { ...common, now, offsetMinutes: 480 };
  const person = { notices: noticesOf({}), marketing: true, phone: '13800000000' };
  expect(decideSend(message, person, setting)).toMatchObject({ act: 'push', channel: 'sms' });
  expect(decideSend(message, { ...person, marketing: false }, setting)).toMatchObject({ act: 'end', state: 'sent', inbox: true });
  const off = { ...noticesOf({}), off: ['greeting', 'goods'] as const };
  expect(decideSend(message, { ...person, notices: off }, setting)).toMatchObject({ act: 'end', reason: 'switchedOff', inbox: false });
});

import fc from 'fast-check';
import { addDays, dayNumber } from '@shared/kernel/time';
import { birthdayGiftDue, birthdaysKeptOn } from '@shared/member/birthdayGift';

test('the 29th of February is kept on the 28th when there is no 29th', () => {
  expect(birthdaysKeptOn('2027-02-28')).toEqual(['02-28', '02-29']);
  expect(birthdaysKeptOn('2028-02-28')).toEqual(['02-28']);
  expect(birthdaysKeptOn('2028-02-29')).toEqual(['02-29']);
  expect(birthdayGiftDue({ birthday: '2000-02-29', birthdayGiftOn: '2027-02-28' }, '2028-02-29')).toBe(true);
  expect(birthdayGiftDue({ birthday: '2000-02-29', birthdayGiftOn: '2028-02-29' }, '2029-02-28')).toBe(true);
});

const anyDay = fc.integer({ min: dayNumber('1960-01-01'), max: dayNumber('2005-12-31') }).map((days) => addDays('1970-01-01', days));

test('who keeps the birthday gets one gift a year, for ever; who changes it never gets two within 365 days', () => {
  fc.assert(
    fc.property(anyDay, fc.array(anyDay, { maxLength: 8 }), fc.array(fc.nat(400), { maxLength: 8 }), (first, others, waits) => {
      let member: { birthday: string | null; birthdayGiftOn: string | null } = { birthday: first, birthdayGiftOn: null };
      const changes = new Map<number, string>();
      waits.reduce((at, wait, index) => {
        const other = others[index];
        if (other !== undefined) changes.set(at + wait, other);
        return at + wait;
      }, 0);
      const gifts: string[] = [];
      for (let index = 0; index < 365 * 5; index += 1) {
        const day = addDays('2026-03-01', index);
        member = { ...member, birthday: changes.get(index) ?? member.birthday };
        if (!birthdayGiftDue(member, day)) continue;
        gifts.push(day);
        member = { ...member, birthdayGiftOn: day };
      }
      gifts.slice(1).forEach((day, index) => expect(dayNumber(day) - dayNumber(gifts[index] ?? day)).toBeGreaterThanOrEqual(365));
      if (changes.size === 0) expect(gifts).toHaveLength(5);
    }),
    { numRuns: 60 },
  );
});

import fc from 'fast-check';
import { hasLuhnDigit, luhnDigit, randomDigits, randomId, randomNumber16, type RandomBytes } from '@shared/kernel/id';

const bytesFrom = (values: readonly number[]): RandomBytes => {
  let next = 0;
  return (count) => Uint8Array.from({ length: count }, () => values[next++ % values.length] ?? 0);
};
const someBytes = fc.array(fc.integer({ min: 0, max: 249 }), { minLength: 1, maxLength: 40 });

test('the check digit is that of the standard (ISO/IEC 7812-1: 7992739871 → 3)', () => {
  expect(luhnDigit('7992739871')).toBe('3');
  expect(hasLuhnDigit('79927398713')).toBe(true);
});

test('a card number has 16 digits, its lead and a right check digit; one wrong digit or two swapped neighbours are seen', () => {
  fc.assert(
    fc.property(someBytes, fc.nat(15), fc.integer({ min: 1, max: 9 }), (bytes, place, shift) => {
      const number = randomNumber16(bytesFrom(bytes), '9');
      expect(number).toMatch(/^9\d{15}$/);
      expect(hasLuhnDigit(number)).toBe(true);
      const wrong = Array.from(number, (digit, index) => (index === place ? String((Number(digit) + shift) % 10) : digit)).join('');
      expect(hasLuhnDigit(wrong)).toBe(false);
    }),
  );
});

test('digits are drawn without favouring any: bytes of 250 and above are thrown away', () => {
  expect(randomDigits(bytesFrom([250, 255, 7, 13]), 3)).toBe('737');
});

test('ids use 32 characters that cannot be mistaken for one another', () => {
  expect(randomId(bytesFrom([0, 31, 32, 255]), 4)).toBe('0z0z');
});

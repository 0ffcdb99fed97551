import { leftHashOf } from '@shared/member/leave';
import { maskPhone, phoneHashOf, phoneOf } from '@shared/member/phone';

const key = 'a key that only tests use, long enough to pass';

test('a number at home is eleven digits, one abroad has its country', () => {
  expect(phoneOf('86', '13800138000')).toBe('13800138000');
  expect(phoneOf('49', '15123456789')).toBe('+4915123456789');
});

test('its owner sees the ends of it only', () => {
  expect(maskPhone('13800138000')).toBe('138****8000');
  expect(maskPhone('+4915123456789')).toBe('+49*******6789');
});

test('the same number has the same hash under one key, and no other use of the key gives it', () => {
  const hash = phoneHashOf(key, '13800138000');
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(phoneHashOf(key, '13800138000')).toBe(hash);
  expect(phoneHashOf(key, '13800138001')).not.toBe(hash);
  expect(phoneHashOf(`${key}!`, '13800138000')).not.toBe(hash);
  expect(leftHashOf(key, '13800138000')).not.toBe(hash);
});

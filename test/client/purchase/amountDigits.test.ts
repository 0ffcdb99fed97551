import { type AmountKey, fenOf, pressAmountKey } from '@/features/purchase/amountDigits';

const typed = (...keys: readonly AmountKey[]): string => keys.reduce(pressAmountKey, '');

it('takes an amount as it is keyed in', () => {
  expect(fenOf(typed('1', '2', '8', '.', '5', '0'))).toBe(12850);
});

it('begins with a nought when the point comes first', () => {
  expect(typed('.', '5')).toBe('0.5');
  expect(fenOf('0.5')).toBe(50);
});

it('takes no second point and no third decimal', () => {
  expect(typed('1', '.', '.', '2', '3', '4')).toBe('1.23');
});

it('replaces a leading nought', () => {
  expect(typed('0', '0', '7')).toBe('7');
});

it('takes at most six digits of yuan', () => {
  expect(typed('1', '2', '3', '4', '5', '6', '7')).toBe('123456');
});

it('deletes from the end, down to nothing', () => {
  expect(typed('1', '.', 'delete', 'delete', 'delete')).toBe('');
  expect(fenOf('')).toBe(0);
});

it('counts an amount that ends in a point as whole yuan', () => {
  expect(fenOf('12.')).toBe(1200);
});

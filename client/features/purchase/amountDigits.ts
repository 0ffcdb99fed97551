import { fenPerYuan } from '@shared/kernel/money';

/** What was keyed in for one category, as typed: `128.5`. */
export type AmountDigits = string;

export type AmountKey = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '.' | 'delete';

const yuanDigitsMax = 6;
const fenDigitsMax = 2;

/** The amount after one more key; a key that makes no amount changes nothing. */
export function pressAmountKey(digits: AmountDigits, key: AmountKey): AmountDigits {
  if (key === 'delete') return digits.slice(0, -1);
  if (key === '.') return digits.includes('.') ? digits : `${digits === '' ? '0' : digits}.`;
  const [yuan = '', fen] = digits.split('.');
  if (fen !== undefined) return fen.length < fenDigitsMax ? digits + key : digits;
  if (yuan === '0') return key;
  return yuan.length < yuanDigitsMax ? digits + key : digits;
}

/** What was keyed in, in fen; 0 for nothing. */
export function fenOf(digits: AmountDigits): number {
  const [yuan = '', fen = ''] = digits.split('.');
  return Number(yuan === '' ? 0 : yuan) * fenPerYuan + Number(fen.padEnd(fenDigitsMax, '0'));
}

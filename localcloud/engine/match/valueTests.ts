import { cloudFault } from '../../cloudFault';
import { compareValues } from '../compareValues';
import { isDocument } from '../document';
import { isDecimal, isNumeric, isWhole, toDouble } from '../numbers/numeric';
import { valueRank, valueRanks } from '../valueRank';

/** A test of one value, which may be absent (`undefined`). */
export type ValueTest = (value: unknown) => boolean;

/** A query MongoDB refuses. */
export function queryFault(message: string): Error {
  return cloudFault('DATABASE_REQUEST_FAILED', message);
}

/** Equality by value; null equals absent, objects count the order of their keys, a pattern equals itself and what it matches. */
export function equalTo(operand: unknown): ValueTest {
  if (operand instanceof RegExp) {
    const matches = patternTest(operand);
    return (value) => matches(value) || (value instanceof RegExp && String(value) === String(operand));
  }
  if (typeof operand === 'string' || typeof operand === 'boolean') return (value) => value === operand;
  const rank = valueRank(operand);
  return (value) => valueRank(value) === rank && compareValues(value, operand) === 0;
}

/** Order within one type, as MongoDB brackets comparisons; with null only equality is left. */
export function comparedTo(operand: unknown, wanted: (compared: number) => boolean): ValueTest {
  const rank = valueRank(operand);
  if (rank === valueRanks.minKey || rank === valueRanks.maxKey)
    return (value) => value !== undefined && wanted(compareValues(value, operand));
  if (operand instanceof RegExp) throw queryFault('Can not have RegEx as arg to predicate over field.');
  if (isNotNumber(operand)) return (value) => isNotNumber(value) && wanted(0);
  return (value) => valueRank(value) === rank && !isNotNumber(value) && wanted(compareValues(value, operand));
}

function isNotNumber(value: unknown): boolean {
  return isNumeric(value) && Number.isNaN(toDouble(value));
}

/** A pattern on text. A fresh start each time, whatever flags it came with. */
export function patternTest(pattern: RegExp): ValueTest {
  const own = new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, ''));
  return (value) => typeof value === 'string' && own.test(value);
}

/** `$mod`: the remainder after division, both cut to whole numbers. */
export function remainderTest(operand: unknown): ValueTest {
  if (!Array.isArray(operand) || operand.length !== 2) throw queryFault('malformed mod, needs to be an array of two elements');
  const [divisor, remainder] = operand.map(cutToWhole);
  if (divisor === undefined || remainder === undefined) throw queryFault('malformed mod, divisor not a number');
  if (divisor === 0n) throw queryFault('divisor cannot be 0');
  return (value) => {
    const whole = cutToWhole(value);
    return whole !== undefined && whole % divisor === remainder;
  };
}

function cutToWhole(value: unknown): bigint | undefined {
  if (typeof value === 'bigint') return value;
  const plain = isNumeric(value) ? toDouble(value) : Number.NaN;
  return Number.isFinite(plain) ? BigInt(Math.trunc(plain)) : undefined;
}

const typeNames: Readonly<Record<string, ValueTest>> = {
  double: (value) => typeof value === 'number' && !isWhole(value),
  string: (value) => typeof value === 'string',
  object: isDocument,
  array: Array.isArray,
  binData: (value) => valueRank(value) === valueRanks.binary,
  objectId: (value) => valueRank(value) === valueRanks.objectId,
  bool: (value) => typeof value === 'boolean',
  date: (value) => value instanceof Date,
  null: (value) => value === null,
  regex: (value) => valueRank(value) === valueRanks.pattern,
  int: (value) => Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31,
  decimal: isDecimal,
  timestamp: (value) => valueRank(value) === valueRanks.timestamp,
  long: (value) => isNumeric(value) && isWhole(value) && Math.abs(Number(value)) >= 2 ** 31,
  minKey: (value) => valueRank(value) === valueRanks.minKey,
  maxKey: (value) => valueRank(value) === valueRanks.maxKey,
  number: (value) => valueRank(value) === valueRanks.number,
};

const typeNumbers: Readonly<Record<number, string>> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  5: 'binData',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  16: 'int',
  17: 'timestamp',
  18: 'long',
  19: 'decimal',
  [-1]: 'minKey',
  127: 'maxKey',
};

/** `$type`, by name or number, one or several. Whole numbers count as int or long by their size. */
export function typeTest(operand: unknown): ValueTest {
  const names = (Array.isArray(operand) ? operand : [operand]).map((one) => (typeof one === 'number' ? typeNumbers[one] : String(one)));
  const tests = names.map((name) => {
    const test = name === undefined ? undefined : typeNames[name];
    if (test === undefined) throw queryFault(`Unknown type name alias: ${String(operand)}`);
    return test;
  });
  return (value) => tests.some((test) => test(value));
}

/** `$bitsAllSet` and its like: a mask, or a list of positions. */
export function bitsTest(operator: string, operand: unknown): ValueTest {
  const mask = Array.isArray(operand)
    ? operand.reduce((bits: bigint, at) => bits | (1n << BigInt(Number(at))), 0n)
    : BigInt(isNumeric(operand) && isWhole(operand) ? operand : Number(operand));
  const checks: Readonly<Record<string, (bits: bigint) => boolean>> = {
    $bitsAllSet: (bits) => (bits & mask) === mask,
    $bitsAllClear: (bits) => (bits & mask) === 0n,
    $bitsAnySet: (bits) => (bits & mask) !== 0n,
    $bitsAnyClear: (bits) => (bits & mask) !== mask,
  };
  const check = checks[operator];
  return (value) => isNumeric(value) && isWhole(value) && check !== undefined && check(BigInt(value));
}

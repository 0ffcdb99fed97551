import { isDocument } from '../document';
import { dateParts, momentOf, type DateParts } from './dateParts';
import { argument, expressionFault, type Operator } from './operator';

/**
 * Dates in expressions, in any time zone. Source: MongoDB's manual, "Date Expression Operators".
 */
export const dateOperators: Readonly<Record<`$${string}`, Operator>> = {
  $year: part((parts) => parts.year),
  $month: part((parts) => parts.month),
  $dayOfMonth: part((parts) => parts.day),
  $dayOfWeek: part((parts) => parts.dayOfWeek),
  $dayOfYear: part((parts) => parts.dayOfYear),
  $hour: part((parts) => parts.hour),
  $minute: part((parts) => parts.minute),
  $second: part((parts) => parts.second),
  $millisecond: part((parts) => parts.millisecond),
  $week: part((parts) => parts.week),
  $isoWeek: part((parts) => parts.isoWeek),
  $isoWeekYear: part((parts) => parts.isoWeekYear),
  $isoDayOfWeek: part((parts) => parts.isoDayOfWeek),
  $dateToString(document, operand, options) {
    const asked = argument(document, operand, options);
    if (!isDocument(asked)) throw expressionFault('$dateToString only supports an object as its argument');
    const moment = readMoment(asked['date'], '$dateToString');
    if (moment === undefined) return asked['onNull'] ?? null;
    const format = asked['format'] ?? (asked['timezone'] === undefined ? '%Y-%m-%dT%H:%M:%S.%LZ' : '%Y-%m-%dT%H:%M:%S.%L');
    if (typeof format !== 'string') throw expressionFault('$dateToString requires that format be a string');
    return formatDate(dateParts(moment, asked['timezone']), format);
  },
  $dateFromParts(document, operand, options) {
    const asked = argument(document, operand, options);
    if (!isDocument(asked)) throw expressionFault('$dateFromParts only supports an object as its argument');
    return fromParts(asked);
  },
};

function part(answer: (parts: DateParts) => number): Operator {
  return (document, operand, options) => {
    const asked = argument(document, operand, options);
    const value: unknown = Array.isArray(asked) ? (asked as readonly unknown[])[0] : asked;
    const [date, zone] = isDocument(value) ? [value['date'], value['timezone']] : [value, undefined];
    const moment = readMoment(date, 'a date operator');
    return moment === undefined ? null : answer(dateParts(moment, zone));
  };
}

function readMoment(value: unknown, name: string): Date | undefined {
  if (value === null || value === undefined) return undefined;
  if (value instanceof Date) return value;
  throw expressionFault(`can't convert from BSON type ${typeof value} to Date in ${name}`);
}

function formatDate(parts: DateParts, format: string): string {
  const digits = (value: number, width: number): string => String(value).padStart(width, '0');
  const offset = `${parts.offsetMinutes < 0 ? '-' : '+'}${digits(Math.floor(Math.abs(parts.offsetMinutes) / 60), 2)}`;
  const signs: Readonly<Record<string, string>> = {
    Y: digits(parts.year, 4),
    m: digits(parts.month, 2),
    d: digits(parts.day, 2),
    H: digits(parts.hour, 2),
    M: digits(parts.minute, 2),
    S: digits(parts.second, 2),
    L: digits(parts.millisecond, 3),
    j: digits(parts.dayOfYear, 3),
    w: String(parts.dayOfWeek),
    u: String(parts.isoDayOfWeek),
    U: digits(parts.week, 2),
    V: digits(parts.isoWeek, 2),
    G: digits(parts.isoWeekYear, 4),
    z: offset + digits(Math.abs(parts.offsetMinutes) % 60, 2),
    Z: String(parts.offsetMinutes),
    '%': '%',
  };
  return format.replace(/%(.?)/gs, (_whole, sign: string) => {
    const text = signs[sign];
    if (text === undefined) throw expressionFault(`Invalid format character '%${sign}' in format string`);
    return text;
  });
}

/** Parts over the edge (month 14) carry on, as MongoDB's do. */
function fromParts(asked: Readonly<Record<string, unknown>>): Date | null {
  const number = (name: string, absent: number): number => (typeof asked[name] === 'number' ? asked[name] : absent);
  if (Object.values(asked).some((value) => value === null || value === undefined)) return null;
  const timeMs = ((number('hour', 0) * 60 + number('minute', 0)) * 60 + number('second', 0)) * 1000 + number('millisecond', 0);
  if ('isoWeekYear' in asked) {
    const fourth = Date.UTC(number('isoWeekYear', 1970), 0, 4);
    const weekday = (new Date(fourth).getUTCDay() + 6) % 7;
    const days = (number('isoWeek', 1) - 1) * 7 + (number('isoDayOfWeek', 1) - 1) - weekday;
    return momentOf(fourth + days * 86_400_000 + timeMs, asked['timezone']);
  }
  if (!('year' in asked)) throw expressionFault("$dateFromParts requires either 'year' or 'isoWeekYear' to be present");
  return momentOf(Date.UTC(number('year', 1970), number('month', 1) - 1, number('day', 1)) + timeMs, asked['timezone']);
}

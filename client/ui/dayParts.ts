import { isDay } from '@shared/kernel/time';

/** A day as it is chosen, part by part; an empty part is not chosen yet. */
export interface DayParts {
  readonly year: string;
  readonly month: string;
  readonly date: string;
}

export type DayPart = keyof DayParts;

/** A day's parts; none of an empty one. */
export function partsOf(day: string): DayParts {
  return { year: day.slice(0, 4), month: day.slice(5, 7), date: day.slice(8) };
}

/** The day that its parts make; empty while one is missing, or where there is no such day within the bounds. */
export function dayOfParts({ year, month, date }: DayParts, earliest: string, latest: string): string {
  const day = `${year}-${month}-${date}`;
  return isDay(day) && day >= earliest && day <= latest ? day : '';
}

/** Years from the latest, the months of the chosen one, and the days that the chosen month has, all within the bounds. */
export function choicesFor(part: DayPart, { year, month }: DayParts, earliest: string, latest: string): readonly string[] {
  if (part === 'year') return numbers(Number(earliest.slice(0, 4)), Number(latest.slice(0, 4)), 4).reverse();
  const inBounds = (low: string, high: string): boolean => year === '' || (high >= earliest && low <= latest);
  if (part === 'month') return numbers(1, 12, 2).filter((each) => inBounds(`${year}-${each}-01`, `${year}-${each}-31`));
  // Without a year a leap year will do, without a month a long one.
  const isReal = (date: string): boolean => isDay(`${year === '' ? '2000' : year}-${month === '' ? '01' : month}-${date}`);
  const near = (date: string): boolean => month === '' || inBounds(`${year}-${month}-${date}`, `${year}-${month}-${date}`);
  return numbers(1, 31, 2).filter((date) => isReal(date) && near(date));
}

function numbers(from: number, to: number, digits: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => String(from + index).padStart(digits, '0'));
}

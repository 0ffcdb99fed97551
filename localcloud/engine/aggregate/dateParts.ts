import { expressionFault } from './operator';

/** A moment as a calendar shows it in some time zone. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  /** 1 is Sunday. */
  readonly dayOfWeek: number;
  readonly dayOfYear: number;
  /** Weeks begin on Sunday; the days before the first Sunday are week 0. */
  readonly week: number;
  /** 1 is Monday. */
  readonly isoDayOfWeek: number;
  readonly isoWeek: number;
  readonly isoWeekYear: number;
  readonly offsetMinutes: number;
}

const dayMs = 86_400_000;

/** Reads a moment in a time zone (`+08:00`, `Asia/Shanghai`; absent: UTC). Refuses an unknown zone. */
export function dateParts(moment: Date, zone: unknown): DateParts {
  const offsetMinutes = zoneOffsetMinutes(moment.getTime(), zone);
  const local = new Date(moment.getTime() + offsetMinutes * 60_000);
  const year = local.getUTCFullYear();
  const midnightMs = Date.UTC(year, local.getUTCMonth(), local.getUTCDate());
  const dayOfYear = Math.round((midnightMs - Date.UTC(year, 0, 1)) / dayMs) + 1;
  const weekday = local.getUTCDay();
  // The week of a day is the week of its Thursday, and belongs to that Thursday's year. Source: ISO 8601.
  const thursday = new Date(midnightMs + (4 - (weekday === 0 ? 7 : weekday)) * dayMs);
  const isoWeekYear = thursday.getUTCFullYear();
  return {
    year,
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
    millisecond: local.getUTCMilliseconds(),
    dayOfWeek: weekday + 1,
    dayOfYear,
    week: Math.floor((dayOfYear + 6 - weekday) / 7),
    isoDayOfWeek: weekday === 0 ? 7 : weekday,
    isoWeek: Math.floor((thursday.getTime() - Date.UTC(isoWeekYear, 0, 1)) / dayMs / 7) + 1,
    isoWeekYear,
    offsetMinutes,
  };
}

/** The moment at which a calendar in a time zone shows what `Date.UTC` would give as `localMs`. */
export function momentOf(localMs: number, zone: unknown): Date {
  const guessMs = localMs - zoneOffsetMinutes(localMs, zone) * 60_000;
  return new Date(localMs - zoneOffsetMinutes(guessMs, zone) * 60_000);
}

function zoneOffsetMinutes(atMs: number, zone: unknown): number {
  if (zone === undefined || zone === null || zone === 'UTC' || zone === 'GMT' || zone === 'Z') return 0;
  if (typeof zone !== 'string') throw expressionFault('timezone must evaluate to a string');
  const fixed = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (fixed !== null) return (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3] ?? 0));
  const shown = Object.fromEntries(
    formatter(zone)
      .formatToParts(atMs)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const localMs = Date.UTC(
    shown['year'] ?? 0,
    (shown['month'] ?? 1) - 1,
    shown['day'] ?? 1,
    shown['hour'] ?? 0,
    shown['minute'] ?? 0,
    shown['second'] ?? 0,
  );
  return Math.round((localMs - Math.floor(atMs / 1000) * 1000) / 60_000);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  try {
    const numeric = 'numeric' as const;
    const fields = { year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric, second: numeric };
    const made = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', calendar: 'gregory', ...fields });
    formatters.set(zone, made);
    return made;
  } catch {
    throw expressionFault(`unrecognized time zone identifier: "${zone}"`);
  }
}

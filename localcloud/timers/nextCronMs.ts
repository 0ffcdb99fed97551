/** Timers count in UTC+8, whatever the functions' own clock. Source: CloudBase's documentation of timers. */
const timerOffsetMs = 8 * 3_600_000;

/** How far ahead a next time is looked for, in days: a cron for 29 February needs up to eight years. */
const searchMaxDays = 366 * 8 + 2;

const dayMs = 86_400_000;

interface Cron {
  readonly seconds: ReadonlySet<number>;
  readonly minutes: ReadonlySet<number>;
  readonly hours: ReadonlySet<number>;
  readonly days: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  readonly weekdays: ReadonlySet<number>;
  readonly years: ReadonlySet<number> | undefined;
  readonly anyDay: boolean;
  readonly anyWeekday: boolean;
}

/**
 * The next time after `afterMs` (epoch ms) at which a cron of seven fields (second, minute, hour, day, month, weekday, year; UTC+8)
 * is due, or `undefined` when there is none. Day and weekday both given: either will do, as the platform reads it.
 * @throws Error when the cron cannot be read
 */
export function nextCronMs(cron: string, afterMs: number): number | undefined {
  const parsed = parseCron(cron);
  const startMs = Math.floor(afterMs / 1000) * 1000 + 1000 + timerOffsetMs;
  let dayStartMs = Math.floor(startMs / dayMs) * dayMs;
  for (let day = 0; day < searchMaxDays; day += 1, dayStartMs += dayMs) {
    if (!dayFits(parsed, new Date(dayStartMs))) continue;
    const withinMs = timeWithin(parsed, Math.max(0, startMs - dayStartMs));
    if (withinMs !== undefined) return dayStartMs + withinMs - timerOffsetMs;
  }
  return undefined;
}

function dayFits(cron: Cron, day: Date): boolean {
  if (cron.years !== undefined && !cron.years.has(day.getUTCFullYear())) return false;
  if (!cron.months.has(day.getUTCMonth() + 1)) return false;
  const byDay = cron.days.has(day.getUTCDate());
  const byWeekday = cron.weekdays.has(day.getUTCDay());
  if (cron.anyDay) return byWeekday;
  return cron.anyWeekday ? byDay : byDay || byWeekday;
}

function timeWithin(cron: Cron, fromMs: number): number | undefined {
  for (const hour of sorted(cron.hours)) {
    for (const minute of sorted(cron.minutes)) {
      const minuteMs = (hour * 60 + minute) * 60_000;
      if (minuteMs + 59_000 < fromMs) continue;
      for (const second of sorted(cron.seconds)) if (minuteMs + second * 1000 >= fromMs) return minuteMs + second * 1000;
    }
  }
  return undefined;
}

function sorted(values: ReadonlySet<number>): readonly number[] {
  return [...values].sort((left, right) => left - right);
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekdayNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

function parseCron(cron: string): Cron {
  const fields = cron.trim().split(/\s+/);
  const [second, minute, hour, day, month, weekday, year] = fields;
  if (fields.length !== 7 || second === undefined || minute === undefined || hour === undefined || day === undefined) {
    throw unreadable(cron);
  }
  if (month === undefined || weekday === undefined || year === undefined) throw unreadable(cron);
  const weekdays = new Set([...parseField(named(weekday, weekdayNames, 0), 0, 7, cron)].map((value) => value % 7));
  return {
    seconds: parseField(second, 0, 59, cron),
    minutes: parseField(minute, 0, 59, cron),
    hours: parseField(hour, 0, 23, cron),
    days: parseField(day, 1, 31, cron),
    months: parseField(named(month, monthNames, 1), 1, 12, cron),
    weekdays,
    years: year === '*' ? undefined : parseField(year, 1970, 2099, cron),
    anyDay: day === '*' || day === '?',
    anyWeekday: weekday === '*' || weekday === '?',
  };
}

function named(field: string, names: readonly string[], first: number): string {
  return field.toLowerCase().replace(/[a-z]{3,}/g, (name) => {
    const at = names.indexOf(name.slice(0, 3));
    return at < 0 ? name : String(at + first);
  });
}

function parseField(field: string, least: number, most: number, cron: string): Set<number> {
  const values = new Set<number>();
  for (const part of field.split(',')) {
    const match = /^(\*|\?|\d+)(?:-(\d+))?(?:\/(\d+))?$/.exec(part);
    if (match === null) throw unreadable(cron);
    const any = match[1] === '*' || match[1] === '?';
    const step = match[3] === undefined ? 1 : Number(match[3]);
    const from = any ? least : Number(match[1]);
    const to = match[2] !== undefined ? Number(match[2]) : any || match[3] !== undefined ? most : from;
    if (from < least || to > most || from > to || step < 1) throw unreadable(cron);
    for (let value = from; value <= to; value += step) values.add(value);
  }
  return values;
}

function unreadable(cron: string): Error {
  return new Error(`The cron "${cron}" cannot be read: seven fields are needed (second, minute, hour, day, month, weekday, year).`);
}

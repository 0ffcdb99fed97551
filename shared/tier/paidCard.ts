import type { Bilingual } from '../kernel/bilingual';
import { addDays, dayNumber, type Day } from '../kernel/time';
import type { MemberTerms } from '../purchase/lineTerms';
import type { PlanTerms } from './plan';

/** A voucher of each of the plan's coupons comes on the first day and so many days after each. */
const roundDays = 31;
/** The end is told so many days before. */
const reminderDays = 7;
/** A card can be renewed as long as it runs for fewer days than this. */
const aheadMaxDays = 730;

/** What one order brought: a stretch of days with its terms. */
export interface PaidPeriod extends MemberTerms {
  readonly orderId: string;
  readonly planId: string;
  readonly name: Bilingual;
  readonly from: Day;
  /** The last day on which it counts. */
  readonly endsOn: Day;
  readonly couponIds: readonly string[];
  /** Rounds of vouchers that were given, and those vouchers: unused ones go with a refund. */
  readonly rounds: number;
  readonly voucherIds: readonly string[];
}

/** An account's paid card: periods one after the other without gaps, and the next day on which a job has something to do. */
export interface PaidCard {
  readonly periods: readonly PaidPeriod[];
  readonly dueOn: Day | null;
  /** The end that was told of last. */
  readonly remindedOf: Day | null;
}

export const noPaidCard: PaidCard = { periods: [], dueOn: null, remindedOf: null };

/** The period that counts on a day; null without one. */
export function periodOn({ periods }: PaidCard, day: Day): PaidPeriod | null {
  return periods.find(({ from, endsOn }) => from <= day && day <= endsOn) ?? null;
}

/** The last day on which the card counts as bought so far; null when it has ended, or never began. */
export function paidUntil({ periods }: PaidCard, today: Day): Day | null {
  const last = periods.at(-1);
  return last === undefined || last.endsOn < today ? null : last.endsOn;
}

/** The card that runs on a day, as home and till show it; null without one. */
export function viewPaidCard(card: PaidCard, today: Day): { readonly name: Bilingual; readonly until: Day } | null {
  const [period, until] = [periodOn(card, today), paidUntil(card, today)];
  return period === null || until === null ? null : { name: period.name, until };
}

/** Whether the card runs so far ahead that it cannot be renewed yet. */
export function isFarAhead(card: PaidCard, today: Day): boolean {
  const until = paidUntil(card, today);
  return until !== null && dayNumber(until) - dayNumber(today) >= aheadMaxDays;
}

/** Adds what an order bought: from today, or from the day after the last period. Periods that have ended are forgotten. */
export function addPeriod(card: PaidCard, orderId: string, terms: PlanTerms, today: Day): { card: PaidCard; period: PaidPeriod } {
  const until = paidUntil(card, today);
  const from = until === null ? today : addDays(until, 1);
  const { days, ...kept } = terms;
  const period: PaidPeriod = { ...kept, orderId, from, endsOn: addDays(from, days - 1), rounds: 0, voucherIds: [] };
  const periods = [...card.periods.filter(({ endsOn }) => endsOn >= today), period];
  return { card: withDue({ ...card, periods }), period };
}

/** How many days of an order are still to come: today counts as used. */
export function unusedDays({ periods }: PaidCard, orderId: string, today: Day): number {
  const period = periods.find((each) => each.orderId === orderId);
  if (period === undefined || period.endsOn <= today) return 0;
  const first = period.from > today ? period.from : addDays(today, 1);
  return dayNumber(period.endsOn) - dayNumber(first) + 1;
}

/** Takes the days of an order that are still to come away; what was bought after it moves up by as many. */
export function removePeriod(card: PaidCard, orderId: string, today: Day): PaidCard {
  const unused = unusedDays(card, orderId, today);
  const at = card.periods.findIndex((each) => each.orderId === orderId);
  const periods = card.periods.flatMap((period, index) => {
    if (index < at) return [period];
    const moved = { ...period, endsOn: addDays(period.endsOn, -unused) };
    if (index === at) return moved.endsOn < period.from ? [] : [moved];
    return [{ ...moved, from: addDays(period.from, -unused) }];
  });
  return withDue({ ...card, periods });
}

/** The round of vouchers that is due on a day, with its number; null when none is. */
export function dueRound(card: PaidCard, today: Day): { period: PaidPeriod; round: number } | null {
  const period = card.periods.find((each) => {
    const on = roundOn(each);
    return on !== null && on <= today && each.endsOn >= today;
  });
  return period === undefined ? null : { period, round: period.rounds };
}

/** Notes that a round's vouchers were given. */
export function roundGiven(card: PaidCard, orderId: string, voucherIds: readonly string[]): PaidCard {
  const periods = card.periods.map((each) =>
    each.orderId === orderId ? { ...each, rounds: each.rounds + 1, voucherIds: [...each.voucherIds, ...voucherIds] } : each,
  );
  return withDue({ ...card, periods });
}

/** The end that is to be told of on a day: the card's own end, a week before, once; null when there is nothing to tell. */
export function dueReminder(card: PaidCard, today: Day): Day | null {
  const until = paidUntil(card, today);
  return until !== null && until !== card.remindedOf && addDays(until, -reminderDays) <= today ? until : null;
}

/** Notes that an end was told of. */
export function reminded(card: PaidCard, endsOn: Day): PaidCard {
  return withDue({ ...card, remindedOf: endsOn });
}

/** Forgets what has ended; what was due for it is due no more. */
export function forgetEnded(card: PaidCard, today: Day): PaidCard {
  return withDue({ ...card, periods: card.periods.filter(({ endsOn }) => endsOn >= today) });
}

function roundOn({ from, endsOn, rounds, couponIds }: PaidPeriod): Day | null {
  const on = addDays(from, rounds * roundDays);
  return couponIds.length === 0 || on > endsOn ? null : on;
}

function withDue(card: PaidCard): PaidCard {
  const last = card.periods.at(-1);
  const days = card.periods.flatMap((each) => roundOn(each) ?? []);
  if (last !== undefined && last.endsOn !== card.remindedOf) days.push(addDays(last.endsOn, -reminderDays));
  return { ...card, dueOn: days.reduce<Day | null>((first, day) => (first === null || day < first ? day : first), null) };
}

import type { ChanceDay } from './types';

/** The day's counts of two accounts that become one; the earlier of two days is over. */
export function joinChanceDays(one: ChanceDay | null, other: ChanceDay | null): ChanceDay | null {
  if (one === null || other === null) return one ?? other;
  if (one.day !== other.day) return one.day > other.day ? one : other;
  return { day: one.day, given: { ...one.given, ...other.given } };
}

/** The day's counts of a person who leaves an account, and of those who stay. */
export function partChanceDay(
  both: ChanceDay | null,
  memberId: string,
): { readonly own: ChanceDay | null; readonly others: ChanceDay | null } {
  const mine = both?.given[memberId];
  if (both === null || mine === undefined) return { own: null, others: both };
  const others = Object.fromEntries(Object.entries(both.given).filter(([id]) => id !== memberId));
  return { own: { day: both.day, given: { [memberId]: mine } }, others: { day: both.day, given: others } };
}

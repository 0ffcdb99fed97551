import { accept, refuse, type Outcome } from '../kernel/refusal';
import { addDays, clockOf, dayOf, startOfDayMs, type Day } from '../kernel/time';

/**
 * One staff member's spell at one shop's till. Its window [from, until) begins where the one before ended, so that the windows of a staff
 * member and shop tile time without gaps and every command falls into exactly one: what is done before a shift is opened belongs
 * to the next one. `_id` = `<shop>:<staff>#<n>`.
 */
export interface Shift {
  readonly _id: string;
  readonly n: number;
  readonly shopId: string;
  readonly staffId: string;
  readonly staffName: string;
  /** The business day it belongs to. */
  readonly day: Day;
  readonly from: number;
  /** Null when nobody opened it: the clock made it at the end of a day on which something was done. */
  readonly openedAt: number | null;
  /** Null while it is open. */
  readonly until: number | null;
  /** Whether the end of the business day closed it. */
  readonly byClock: boolean;
  readonly openKey: string | null;
  readonly closeKey: string | null;
  readonly device: string;
}

/** Where a staff member and shop stand: the number of the latest shift and where the last closed window ends. `_id` = `<shop>:<staff>`. */
export interface Till {
  readonly _id: string;
  readonly n: number;
  readonly open: boolean;
  /** Business day of the latest shift. */
  readonly day: Day;
  /** End of the latest closed window, epoch ms; 0 before the first. */
  readonly until: number;
  /** The latest taps with the number of the shift that each opened or closed: a late repeat must not move another. */
  readonly taps?: readonly { readonly tap: string; readonly n: number }[];
}

/** Taps that a till remembers. */
const tapsMax = 20;

/** The till with one more tap that moved its latest shift. */
export function withTap(till: Till, tap: string): Till {
  return { ...till, taps: [...(till.taps ?? []).slice(1 - tapsMax), { tap, n: till.n }] };
}

/** Till and shift after an act; `closed` is an older shift that the clock has ended meanwhile. */
export interface ShiftMove {
  readonly till: Till;
  readonly shift: Shift;
  readonly closed: Shift | null;
}

export interface ShiftBy {
  readonly key: string;
  readonly staffId: string;
  readonly staffName: string;
  readonly shopId: string;
  readonly device: string;
  readonly now: number;
  readonly offsetMinutes: number;
}

export function tillId(shopId: string, staffId: string): string {
  return `${shopId}:${staffId}`;
}

export function shiftId(till: Pick<Till, '_id' | 'n'>): string {
  return `${till._id}#${till.n}`;
}

/** Until when a seller's shifts are closed for voids: the last close, and every day that is over. */
export function closedUntil(till: Till | null, dayStart: number): number {
  return Math.max(till?.until ?? 0, dayStart);
}

/** The instant at which the clock ends a shift of a business day. */
export function clockEnd(day: Day, offsetMinutes: number): number {
  return startOfDayMs(addDays(day, 1), offsetMinutes);
}

/** A shift and its till as the clock leaves them once the shift's business day is over. */
export function closeByClock(till: Till, shift: Shift, offsetMinutes: number): Omit<ShiftMove, 'closed'> {
  const until = Math.max(shift.from, clockEnd(shift.day, offsetMinutes));
  return { till: { ...till, open: false, until }, shift: { ...shift, until, byClock: true } };
}

/**
 * Opens a shift: one at a time per staff member and shop. `latest` is the latest shift, as the till names it; one that its day has left
 * behind is closed by the clock first. The same tap again gets the shift that it opened.
 */
export function openShift(
  till: Till | null,
  latest: Shift | null,
  by: ShiftBy,
): Outcome<ShiftMove | { readonly repeat: Shift }, 'shift.open'> {
  const day = dayOf(by.now, by.offsetMinutes);
  if (latest?.openKey === by.key) return accept({ repeat: latest });
  if (till?.open === true && latest !== null && latest.day >= day) {
    return refuse('shift.open', { at: clockOf(latest.openedAt ?? latest.from, by.offsetMinutes) });
  }
  const ended = till?.open === true && latest !== null ? closeByClock(till, latest, by.offsetMinutes) : null;
  const from = (ended?.till ?? till)?.until ?? 0;
  const place = { _id: tillId(by.shopId, by.staffId), n: (till?.n ?? 0) + 1, open: true, day, until: from };
  const next: Till = till?.taps === undefined ? place : { ...place, taps: till.taps };
  const opened = { openedAt: Math.max(by.now, from), until: null, byClock: false, openKey: by.key, closeKey: null };
  const { shopId, staffId, staffName, device } = by;
  const shift: Shift = { _id: shiftId(next), n: next.n, shopId, staffId, staffName, day, from, ...opened, device };
  return accept({ till: next, shift, closed: ended?.shift ?? null });
}

/** Closes the open shift now, or at the end of its business day when that has passed. */
export function closeShift(
  till: Till | null,
  latest: Shift | null,
  by: ShiftBy,
): Outcome<ShiftMove | { readonly repeat: Shift }, 'shift.none'> {
  if (latest !== null && latest.closeKey === by.key) return accept({ repeat: latest });
  if (till?.open !== true || latest === null) return refuse('shift.none');
  if (latest.day < dayOf(by.now, by.offsetMinutes)) {
    const ended = closeByClock(till, latest, by.offsetMinutes);
    return accept({ till: ended.till, shift: { ...ended.shift, closeKey: by.key }, closed: null });
  }
  // Clocks of instances differ by a little: a window never ends before it began.
  const until = Math.max(by.now, latest.openedAt ?? latest.from);
  return accept({ till: { ...till, open: false, until }, shift: { ...latest, until, closeKey: by.key }, closed: null });
}

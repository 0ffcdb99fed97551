import { accept, refuse, type Outcome } from '../kernel/refusal';
import { clockOf, minuteMs } from '../kernel/time';
import type { Visit } from './types';

/** A scan opens a visit of ten minutes at that till. */
export const visitMs = 10 * minuteMs;

export type VisitRefusal = 'visit.unknown' | 'visit.otherTill' | 'visit.ended';

/** Whether an act may name a visit: it must exist, be of this shop and device, and not be over. */
export function decideVisit(
  visit: Visit | null,
  till: { readonly shopId: string; readonly device: string },
  now: number,
  offsetMinutes: number,
): Outcome<Visit, VisitRefusal> {
  if (visit === null) return refuse('visit.unknown');
  if (visit.shopId !== till.shopId || visit.device !== till.device) return refuse('visit.otherTill');
  if (visit.endsAt <= now) return refuse('visit.ended', { at: clockOf(visit.endsAt, offsetMinutes) });
  return accept(visit);
}

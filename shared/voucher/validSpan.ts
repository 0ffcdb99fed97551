import { addDays, type Day } from '../kernel/time';
import type { Validity } from './types';

/** The first and the last day on which a voucher issued today can be used; the day of issue counts as one of `days`. */
export function validSpan(validity: Validity, today: Day): { readonly startsOn: Day; readonly endsOn: Day } {
  if (validity.kind === 'fixed') return { startsOn: validity.from, endsOn: validity.to };
  return { startsOn: today, endsOn: addDays(today, validity.days - 1) };
}

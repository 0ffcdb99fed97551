import { hasLuhnDigit } from '@shared/kernel/id';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { clockOf } from '@shared/kernel/time';
import { find } from '../../adapters/database';
import { record } from '../audit/record';
import { countTry } from '../purchase/countTry';
import type { TillCaller } from '../store/admitStaff';

/** What a code that begins with 7 belongs to. */
export interface Ticket {
  readonly kind: 'voucher' | 'pack';
  readonly id: string;
}

/** The voucher or pack that a code stands for. Unknown codes count as wrong tries of the staff member, and lock as member codes do. */
export async function findTicket(
  who: TillCaller,
  code: string,
  act: string,
  offsetMinutes: number,
): Promise<Outcome<Ticket, 'voucher.unknown' | 'code.locked' | 'busy.tryAgain'>> {
  const ticket = hasLuhnDigit(code) ? await ticketOf(code) : null;
  const tried = await countTry({ staffId: who.staff.staffId }, ticket !== null, who.now);
  if (!tried.ok) return tried;
  if (tried.value === null && ticket !== null) return accept(ticket);
  const refusal = tried.value === null ? refuse('voucher.unknown') : refuse('code.locked', { until: clockOf(tried.value, offsetMinutes) });
  await record(who, act, code.slice(-4), refusal.refusal.code);
  return refusal;
}

async function ticketOf(code: string): Promise<Ticket | null> {
  const [[voucher], [pack]] = await Promise.all([find('vouchers', { code }, { limit: 1 }), find('packs', { code }, { limit: 1 })]);
  if (voucher !== undefined) return { kind: 'voucher', id: voucher._id };
  return pack === undefined ? null : { kind: 'pack', id: pack._id };
}

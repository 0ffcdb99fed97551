import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { undoPackUse } from '@shared/reward/decidePackUse';
import type { TicketCheck } from '@shared/voucher/contract';
import { undoCounterUse } from '@shared/voucher/decideCounterUse';
import { transact, type Transaction } from '../../adapters/transact';
import { record } from '../audit/record';
import type { TillCaller } from '../store/admitStaff';
import { hasLeft } from '../member/hasLeft';
import { takeVoucherAway } from './booking/endBooking';
import { undoArrival } from './booking/registerArrival';
import { findTicket } from './findTicket';
import { loadCounter, viewPackTicket, viewTicket, type Counter } from './loadCounter';

type UndoRefusal = 'voucher.unknown' | 'voucher.atTill' | 'use.none' | 'undo.otherStaff' | 'undo.tooLate';

/** Takes back what was just redeemed at the counter: the same staff member, within five minutes. */
export async function undoUse(
  who: TillCaller,
  input: { key: string; code: string },
): Promise<Outcome<TicketCheck, UndoRefusal | 'code.locked' | 'busy.tryAgain'>> {
  const counter = await loadCounter(who);
  const ticket = await findTicket(who, input.code, 'voucher.undoUse', counter.offsetMinutes);
  if (!ticket.ok) return ticket;
  const { kind, id } = ticket.value;
  const by = { staffId: who.staff.staffId, key: input.key, at: who.now };
  const outcome = await transact((transaction) =>
    kind === 'voucher' ? undoVoucher(transaction, id, by, counter) : undoPack(transaction, id, { ...by, code: input.code }, counter),
  );
  await record(who, 'voucher.undoUse', input.code.slice(-4), outcome.ok ? 'done' : outcome.refusal.code);
  return outcome;
}

interface UndoBy {
  readonly staffId: string;
  readonly key: string;
  readonly at: number;
}

async function undoVoucher(transaction: Transaction, id: string, by: UndoBy, counter: Counter): Promise<Outcome<TicketCheck, UndoRefusal>> {
  const found = await transaction.get('vouchers', id);
  if (found === null) return refuse('voucher.unknown');
  const undone = undoCounterUse(found, by);
  if (!undone.ok) return undone;
  if (undone.value === found) return accept(viewTicket(found, counter.coupons.get(found.couponId), counter));
  await undoArrival(transaction, undone.value, by);
  // Who has left since has no vouchers any more, and no place.
  const left = found.memberId !== undefined && (await hasLeft(transaction, found.memberId));
  if (left) await takeVoucherAway(transaction, undone.value, { at: by.at, staffId: by.staffId, reason: 'leaving' });
  else await transaction.put('vouchers', undone.value);
  return accept(viewTicket(undone.value, counter.coupons.get(found.couponId), counter));
}

async function undoPack(
  transaction: Transaction,
  id: string,
  { code, ...by }: UndoBy & { readonly code: string },
  counter: Counter,
): Promise<Outcome<TicketCheck, UndoRefusal>> {
  const found = await transaction.get('packs', id);
  if (found?.code !== code) return refuse('voucher.unknown');
  const undone = undoPackUse(found, by);
  if (!undone.ok) return undone;
  if (undone.value !== found) await transaction.put('packs', undone.value);
  return accept(viewPackTicket(undone.value, counter));
}

import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { decidePackUse, type PackRefusal } from '@shared/reward/decidePackUse';
import type { TicketReceipt } from '@shared/voucher/contract';
import { decideCounterUse, useBy } from '@shared/voucher/decideCounterUse';
import type { ArrivalRefusal } from '@shared/voucher/booking/judgeArrival';
import type { UseRefusal } from '@shared/voucher/judgeUse';
import { transact, type Transaction } from '../../adapters/transact';
import { record } from '../audit/record';
import type { TillCaller } from '../store/admitStaff';
import { registerArrival } from './booking/registerArrival';
import { findTicket } from './findTicket';
import { loadCounter, viewPackTicket, viewTicket, type Counter } from './loadCounter';

type RedeemRefusal = UseRefusal | ArrivalRefusal | PackRefusal | 'voucher.atTill';

/**
 * Redeems a voucher by itself, or takes one use of a pack, once a tap: of two staff at once one wins, and the other is told when and
 * where it was done. The document keeps who, where, on what device and when.
 */
export async function redeem(
  who: TillCaller,
  input: { key: string; code: string },
): Promise<Outcome<TicketReceipt, RedeemRefusal | 'code.locked' | 'busy.tryAgain'>> {
  const counter = await loadCounter(who);
  const ticket = await findTicket(who, input.code, 'voucher.redeem', counter.offsetMinutes);
  if (!ticket.ok) return ticket;
  const { kind, id } = ticket.value;
  const outcome = await transact((transaction) =>
    kind === 'voucher' ? useVoucher(transaction, id, who, input.key, counter) : usePack(transaction, id, who, input, counter),
  );
  if (!outcome.ok) await record(who, 'voucher.redeem', input.code.slice(-4), outcome.refusal.code);
  return outcome;
}

async function useVoucher(
  transaction: Transaction,
  id: string,
  who: TillCaller,
  key: string,
  counter: Counter,
): Promise<Outcome<TicketReceipt, RedeemRefusal>> {
  const found = await transaction.get('vouchers', id);
  const coupon = counter.coupons.get(found?.couponId ?? '');
  const decided = decideCounterUse(found, coupon, counter.here, { staffId: who.staff.staffId, device: who.device, key });
  if (!decided.ok) return decided;
  const { voucher, repeat } = decided.value;
  if (!repeat) {
    await transaction.put('vouchers', voucher);
    await registerArrival(transaction, voucher);
  }
  return accept({ ...viewTicket(voucher, coupon, counter), at: useBy(voucher, { staffId: who.staff.staffId, key }) ?? who.now });
}

async function usePack(
  transaction: Transaction,
  id: string,
  who: TillCaller,
  { key, code }: { readonly key: string; readonly code: string },
  counter: Counter,
): Promise<Outcome<TicketReceipt, RedeemRefusal>> {
  const found = await transaction.get('packs', id);
  // Cancelled since it was looked for, its unit may be another's pack.
  if (found?.code !== code) return refuse('voucher.unknown');
  const reward = counter.mall.rewards.find((each) => each._id === found.rewardId);
  const use = { key, at: who.now, shopId: who.shop._id, staffId: who.staff.staffId, device: who.device };
  const decided = decidePackUse(found, reward, counter.mall.shops, use, counter.offsetMinutes);
  if (!decided.ok) return decided;
  const { pack, repeat } = decided.value;
  if (!repeat) await transaction.put('packs', pack);
  const at = pack.used.find((each) => each.key === key && each.staffId === use.staffId)?.at ?? who.now;
  return accept({ ...viewPackTicket(pack, counter), at });
}

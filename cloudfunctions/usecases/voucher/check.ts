import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { decidePackUse, type PackRefusal } from '@shared/reward/decidePackUse';
import type { TicketCheck } from '@shared/voucher/contract';
import type { ArrivalRefusal } from '@shared/voucher/booking/judgeArrival';
import { judgeVisit } from '@shared/voucher/decideCounterUse';
import type { UseRefusal } from '@shared/voucher/judgeUse';
import { get } from '../../adapters/database';
import { record } from '../audit/record';
import type { TillCaller } from '../store/admitStaff';
import { findTicket } from './findTicket';
import { loadCounter, viewPackTicket, viewTicket, type Counter } from './loadCounter';

type CheckRefusal = UseRefusal | ArrivalRefusal | PackRefusal;

/** What a voucher's or pack's code stands for, before anything is used. */
export async function check(
  who: TillCaller,
  { code }: { code: string },
): Promise<Outcome<TicketCheck, CheckRefusal | 'code.locked' | 'busy.tryAgain'>> {
  const counter = await loadCounter(who);
  const ticket = await findTicket(who, code, 'voucher.check', counter.offsetMinutes);
  if (!ticket.ok) return ticket;
  const judged =
    ticket.value.kind === 'voucher' ? await judge(ticket.value.id, counter) : await judgePack({ id: ticket.value.id, code }, counter, who);
  if (!judged.ok) await record(who, 'voucher.check', code.slice(-4), judged.refusal.code);
  return judged;
}

async function judge(id: string, counter: Counter): Promise<Outcome<TicketCheck, CheckRefusal>> {
  const voucher = await get('vouchers', id);
  const coupon = counter.coupons.get(voucher?.couponId ?? '');
  const judged = judgeVisit(voucher, coupon, counter.here);
  return judged.ok ? accept(viewTicket(judged.value, coupon, counter)) : judged;
}

async function judgePack(
  { id, code }: { id: string; code: string },
  counter: Counter,
  who: TillCaller,
): Promise<Outcome<TicketCheck, CheckRefusal>> {
  const pack = await get('packs', id);
  if (pack?.code !== code) return refuse('voucher.unknown');
  const reward = counter.mall.rewards.find((each) => each._id === pack.rewardId);
  const use = { key: '', at: who.now, shopId: who.shop._id, staffId: who.staff.staffId, device: who.device };
  const decided = decidePackUse(pack, reward, counter.mall.shops, use, counter.offsetMinutes);
  return decided.ok ? accept(viewPackTicket(pack, counter)) : decided;
}

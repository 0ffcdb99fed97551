import { accept } from '@shared/kernel/refusal';
import { addDays, dayOf, type Day } from '@shared/kernel/time';
import { draftMessage } from '@shared/message/draftMessage';
import type { Coupon, Voucher } from '@shared/voucher/types';
import { find, get, put } from '../../adapters/database';
import { pause } from '../../adapters/pause';
import { transact } from '../../adapters/transact';
import { queueMessage } from '../message/queueMessage';
import { loadProgramme } from '../store/loadProgramme';
import { loadCoupons } from './loadCoupons';

/** How long before its last day the holder of a voucher is told. */
const warnDays = 3;
/** Vouchers looked at per read. */
const batchVouchers = 100;
/** start, message, leaving, message, commit. */
const operationsPerWarning = 5;

interface WarnResult {
  readonly warned: number;
  readonly busy: number;
  readonly more: boolean;
}

/**
 * Queues a reminder for every unused voucher that ends in three days, once a holder, voucher and last day. Each day has one pass, which
 * remembers how far it came; the message's own id says that a voucher has had its reminder, so running twice is harmless.
 */
export async function warnVouchers(now: number, clock: () => number, untilMs: number): Promise<WarnResult> {
  const { offsetMinutes, jobOperationsPerSecond } = await loadProgramme(now);
  const pauseMs = (1000 * operationsPerWarning) / jobOperationsPerSecond;
  const coupons = await loadCoupons(now);
  const today = dayOf(now, offsetMinutes);
  const endsOn = addDays(today, warnDays);
  const began = clock();
  const mark = await get('jobMarks', 'warnVouchers');
  let after = mark?.day === today ? mark.after.id : '';
  let [warned, busy] = [0, 0];
  for (;;) {
    const page = await endingAfter(endsOn, after);
    for (const voucher of page) {
      if (clock() >= untilMs) return { warned, busy, more: true };
      const coupon = coupons.get(voucher.couponId);
      if (coupon === undefined || (await warnOne(voucher, coupon, now))) warned += 1;
      else busy += 1;
      await pause(began + (warned + busy) * pauseMs - clock());
    }
    const last = page.at(-1);
    if (last === undefined) return { warned, busy, more: false };
    after = last._id;
    await put('jobMarks', { _id: 'warnVouchers', day: today, after: { on: endsOn, id: after } });
  }
}

function endingAfter(endsOn: Day, id: string): Promise<Voucher[]> {
  const filter = { state: 'issued', endsOn, _id: { op: 'gt' as const, value: id } };
  return find('vouchers', filter, { limit: batchVouchers, order: [['_id', 'asc']] });
}

async function warnOne({ _id, memberId = '', endsOn = '' }: Voucher, { name }: Coupon, at: number): Promise<boolean> {
  const message = draftMessage(
    { kind: 'voucherLapsing', source: `${_id}:${endsOn}:${memberId}`, memberId, facts: { name, day: endsOn } },
    at,
  );
  const outcome = await transact(async (transaction) => {
    await queueMessage(transaction, message);
    return accept(null);
  });
  return outcome.ok;
}

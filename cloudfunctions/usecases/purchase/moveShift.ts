import { accept, type Outcome } from '@shared/kernel/refusal';
import {
  closeShift,
  openShift,
  shiftId,
  tillId,
  type Shift,
  type ShiftBy,
  type ShiftMove,
  type Till,
  withTap,
} from '@shared/purchase/shift';
import type { ShiftReport, ShiftView } from '@shared/purchase/shiftContract';
import { transact, type Transaction } from '../../adapters/transact';
import type { TillCaller } from '../store/admitStaff';
import { loadProgramme } from '../store/loadProgramme';
import { readReport, viewShift } from './shiftReport';

type Moved = ShiftMove | { readonly repeat: Shift };

/** Opens the caller's shift. */
export async function openMine(who: TillCaller, input: { key: string }): Promise<Outcome<ShiftView, 'shift.open' | 'busy.tryAgain'>> {
  const moved = await move(who, 'open', input.key, openShift);
  return moved.ok ? accept(viewShift(moved.value)) : moved;
}

/** Closes the caller's shift and reports it. */
export async function closeMine(who: TillCaller, input: { key: string }): Promise<Outcome<ShiftReport, 'shift.none' | 'busy.tryAgain'>> {
  const moved = await move(who, 'close', input.key, closeShift);
  if (!moved.ok) return moved;
  const { offsetMinutes } = await loadProgramme(who.now);
  const { shopId, staffId, n, day, until } = moved.value;
  const till: Till = { _id: tillId(shopId, staffId), n, open: false, day, until: until ?? who.now };
  return accept(await readReport(who, till, moved.value, offsetMinutes));
}

async function move<Code extends string>(
  who: TillCaller,
  way: 'open' | 'close',
  key: string,
  decide: (till: Till | null, latest: Shift | null, by: ShiftBy) => Outcome<Moved, Code>,
): Promise<Outcome<Shift, Code | 'busy.tryAgain'>> {
  const { offsetMinutes } = await loadProgramme(who.now);
  const { shop, staff, device, now } = who;
  const by: ShiftBy = { key, staffId: staff.staffId, staffName: staff.name, shopId: shop._id, device, now, offsetMinutes };
  return transact(async (transaction): Promise<Outcome<Shift, Code>> => {
    const till = await transaction.get('tills', tillId(shop._id, staff.staffId));
    const latest = till === null ? null : await transaction.get('shifts', shiftId(till));
    const moved = till?.taps?.find(({ tap }) => tap === `${way}:${key}`);
    const before = till === null || moved === undefined ? null : await transaction.get('shifts', shiftId({ _id: till._id, n: moved.n }));
    if (before !== null) return accept(before);
    const decided = decide(till, latest, by);
    if (!decided.ok) return decided;
    if ('repeat' in decided.value) return accept(decided.value.repeat);
    await write(transaction, { ...decided.value, till: withTap(decided.value.till, `${way}:${key}`) });
    return accept(decided.value.shift);
  });
}

async function write(transaction: Transaction, { till, shift, closed }: ShiftMove): Promise<void> {
  await transaction.put('tills', till);
  await transaction.put('shifts', shift);
  if (closed !== null) await transaction.put('shifts', closed);
}

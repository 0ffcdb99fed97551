import { accept } from '@shared/kernel/refusal';
import { addDays, dayOf, startOfDayMs, type Day } from '@shared/kernel/time';
import { closeByClock, shiftId, tillId, type Shift, type Till } from '@shared/purchase/shift';
import type { Staff } from '@shared/store/types';
import { find, get, put } from '../../adapters/database';
import { transact } from '../../adapters/transact';
import { loadProgramme } from '../store/loadProgramme';

interface CloseResult {
  readonly closed: number;
  readonly made: number;
  readonly more: boolean;
}

/**
 * Ends the shifts that their business day has left behind, marked so; then, once a day, makes a closed shift for whoever did something at a
 * till without opening one, so that every command is in some shift. Running it twice finds nothing more to do.
 */
export async function closeShifts(now: number, clock: () => number, untilMs: number, batch: number): Promise<CloseResult> {
  const { offsetMinutes } = await loadProgramme(now);
  const today = dayOf(now, offsetMinutes);
  let closed = 0;
  for (;;) {
    const left = await find('tills', { open: true, day: { op: 'lt', value: today } }, { limit: batch, order: [['day', 'asc']] });
    for (const till of left) {
      if (clock() >= untilMs) return { closed, made: 0, more: true };
      if (await closeOne(till._id, today, offsetMinutes)) closed += 1;
    }
    if (left.length < batch) break;
  }
  return { closed, ...(await makeMissing(today, offsetMinutes, clock, untilMs, batch)) };
}

async function closeOne(id: string, today: Day, offsetMinutes: number): Promise<boolean> {
  const outcome = await transact(async (transaction) => {
    const till = await transaction.get('tills', id);
    const shift = till === null ? null : await transaction.get('shifts', shiftId(till));
    if (till?.open !== true || shift === null || till.day >= today) return accept(false);
    const ended = closeByClock(till, shift, offsetMinutes);
    await transaction.put('tills', ended.till);
    await transaction.put('shifts', ended.shift);
    return accept(true);
  });
  return outcome.ok && outcome.value;
}

async function makeMissing(
  today: Day,
  offsetMinutes: number,
  clock: () => number,
  untilMs: number,
  batch: number,
): Promise<Pick<CloseResult, 'made' | 'more'>> {
  const mark = await get('jobMarks', 'closeShifts');
  if (mark?.day === today && mark.after.on === today) return { made: 0, more: false };
  let after = mark?.day === today ? mark.after.id : '';
  let made = 0;
  for (;;) {
    const people = await find('staff', { _id: { op: 'gt', value: after } }, { limit: batch, order: [['_id', 'asc']] });
    for (const person of people) {
      if (clock() >= untilMs) return { made, more: true };
      if (await makeOne(person, today, offsetMinutes)) made += 1;
      after = person._id;
    }
    const done = people.length < batch;
    await put('jobMarks', { _id: 'closeShifts', day: today, after: { on: done ? today : '', id: after } });
    if (done) return { made, more: false };
  }
}

async function makeOne(person: Staff, today: Day, offsetMinutes: number): Promise<boolean> {
  const { shopId, staffId } = person;
  if (shopId === null) return false;
  const dayStart = startOfDayMs(today, offsetMinutes);
  const till = await get('tills', tillId(shopId, staffId));
  const from = till?.until ?? 0;
  if (till?.open === true || from >= dayStart || !(await didAnything(person, shopId, from, dayStart))) return false;
  const outcome = await transact(async (transaction) => {
    const now = await transaction.get('tills', tillId(shopId, staffId));
    if (now?.open === true || (now?.until ?? 0) !== from) return accept(false);
    const day = addDays(today, -1);
    const next: Till = { ...now, _id: tillId(shopId, staffId), n: (now?.n ?? 0) + 1, open: false, day, until: dayStart };
    const nobody = { openedAt: null, openKey: null, closeKey: null, device: 'clock' };
    const names = { shopId, staffId, staffName: person.name };
    const shift: Shift = { _id: shiftId(next), n: next.n, ...names, day, from, until: dayStart, byClock: true, ...nobody };
    await transaction.put('tills', next);
    await transaction.put('shifts', shift);
    return accept(true);
  });
  return outcome.ok && outcome.value;
}

/** Whether something that a report counts was done between two instants: the latest of each kind before the second tells. */
async function didAnything({ staffId }: Staff, shopId: string, from: number, until: number): Promise<boolean> {
  const latest = { limit: 1 } as const;
  const [purchase, refund, unit, voucher] = await Promise.all([
    find('purchases', { staffId, at: { op: 'lt', value: until } }, { ...latest, order: [['at', 'desc']] }),
    find('refunds', { staffId, at: { op: 'lt', value: until } }, { ...latest, order: [['at', 'desc']] }),
    find(
      'units',
      { 'handOver.staffId': staffId, 'handOver.at': { op: 'lt', value: until } },
      { ...latest, order: [['handOver.at', 'desc']] },
    ),
    find(
      'vouchers',
      { 'redeemed.staffId': staffId, 'redeemed.at': { op: 'lt', value: until } },
      { ...latest, order: [['redeemed.at', 'desc']] },
    ),
  ]);
  const acts = [
    [purchase[0]?.shopId, purchase[0]?.at],
    [refund[0]?.atShopId, refund[0]?.at],
    [unit[0]?.handOver?.shopId, unit[0]?.handOver?.at],
    [voucher[0]?.redeemed?.shopId, voucher[0]?.redeemed?.at],
  ] as const;
  return acts.some(([at, when]) => at === shopId && when !== undefined && when >= from);
}

import { accept, type Outcome } from '@shared/kernel/refusal';
import { dayOf, startOfDayMs, type Day } from '@shared/kernel/time';
import { clockEnd, closeByClock, shiftId, tillId, type Shift, type Till } from '@shared/purchase/shift';
import type { ShiftReport, ShiftView, ShopReport } from '@shared/purchase/shiftContract';
import { addShifts } from '@shared/purchase/sumShift';
import { find, get } from '../../adapters/database';
import type { TillCaller } from '../store/admitStaff';
import { loadProgramme } from '../store/loadProgramme';
import { readTotals } from './readTotals';

const shiftsPerDayMax = 200;
const refundsMax = 1000;
/** Keys of one shop that a day's report looks at. */
const machinesMax = 50;

/** The caller's latest shift and its sums. */
export async function report(who: TillCaller): Promise<Outcome<ShiftReport>> {
  const { offsetMinutes } = await loadProgramme(who.now);
  const till = await get('tills', tillId(who.shop._id, who.staff.staffId));
  return accept(await readReport(who, till, till === null ? null : await get('shifts', shiftId(till)), offsetMinutes));
}

/** The sums of a shift, and of what was done since it was closed. */
export async function readReport(who: TillCaller, till: Till | null, latest: Shift | null, offsetMinutes: number): Promise<ShiftReport> {
  const person = { shopId: who.shop._id, staffId: who.staff.staffId };
  const justAfterNow = who.now + 1;
  if (till === null || latest === null) {
    return { shift: null, totals: await readTotals({ ...person, from: 0, until: justAfterNow }), waiting: null };
  }
  const shift = asOfNow(till, latest, who.now, offsetMinutes);
  const totals = await readTotals({ ...person, from: shift.from, until: shift.until ?? justAfterNow });
  const waiting = shift.until === null ? null : await readTotals({ ...person, from: shift.until, until: justAfterNow });
  return { shift: viewShift(shift), totals, waiting };
}

/** A shop's day, shift by shift, in the order in which they began, then machine by machine. */
export async function shopReport(who: TillCaller, input: { day?: string | undefined }): Promise<Outcome<ShopReport>> {
  const { offsetMinutes } = await loadProgramme(who.now);
  const day = input.day ?? dayOf(who.now, offsetMinutes);
  const shifts = await find('shifts', { shopId: who.shop._id, day }, { limit: shiftsPerDayMax });
  const inOrder = [...shifts].sort((a, b) => (a.openedAt ?? a.from) - (b.openedAt ?? b.from));
  const rows = [];
  for (const each of inOrder) {
    const shift = endedByNow(each, who.now, offsetMinutes);
    rows.push({ shift: viewShift(shift), totals: await readTotals({ ...shift, until: shift.until ?? who.now + 1 }) });
  }
  const machines = await machinesOf(who, day, offsetMinutes);
  return accept({
    day,
    rows,
    machines,
    totals: addShifts([...rows, ...machines].map(({ totals }) => totals)),
    elsewhere: await chargedElsewhere(who, day, offsetMinutes),
  });
}

/** What the shop's own machines reported on a day, by key, latest key first; a key ended before that day reported nothing. */
async function machinesOf({ shop }: TillCaller, day: Day, offsetMinutes: number): Promise<ShopReport['machines']> {
  const [from, until] = [startOfDayMs(day, offsetMinutes), clockEnd(day, offsetMinutes)];
  const keys = await find('shopKeys', { shopId: shop._id }, { limit: machinesMax, order: [['madeAt', 'desc']] });
  const machines = [];
  for (const { _id: keyId, endsAt } of keys) {
    if (endsAt !== null && endsAt <= from) continue;
    const totals = await readTotals({ shopId: shop._id, staffId: `pos:${keyId}`, from, until });
    if (totals.sales.count + totals.refunds.count > 0) machines.push({ keyId, totals });
  }
  return machines;
}

async function chargedElsewhere(who: TillCaller, day: Day, offsetMinutes: number): Promise<ShopReport['elsewhere']> {
  const from = startOfDayMs(day, offsetMinutes);
  const refunds = await find(
    'refunds',
    { shopId: who.shop._id, at: { op: 'gte', value: from } },
    { limit: refundsMax, order: [['at', 'asc']] },
  );
  const others = refunds.filter((refund) => refund.atShopId !== who.shop._id && refund.at < clockEnd(day, offsetMinutes));
  return { count: others.length, fen: others.reduce((sum, refund) => sum + refund.moneyFen, 0) };
}

/** A shift as staff see it. */
export function viewShift(shift: Shift): ShiftView {
  const { _id, staffId, staffName, day, openedAt, until, byClock } = shift;
  return { shiftId: _id, staffId, staffName, day, openedAt, closedAt: until, byClock };
}

/** The clock closes a shift at the end of its day, whether or not the job has come by. */
function asOfNow(till: Till, shift: Shift, now: number, offsetMinutes: number): Shift {
  return shift.until === null && now >= clockEnd(shift.day, offsetMinutes) ? closeByClock(till, shift, offsetMinutes).shift : shift;
}

function endedByNow(shift: Shift, now: number, offsetMinutes: number): Shift {
  const till: Till = {
    _id: tillId(shift.shopId, shift.staffId),
    n: shift.n,
    open: shift.until === null,
    day: shift.day,
    until: shift.from,
  };
  return asOfNow(till, shift, now, offsetMinutes);
}

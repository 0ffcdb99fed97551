import { keep } from '../keep';
import type { Act, Seat } from '../seat';

async function handOver({ say, key, pick, arena }: Seat): Promise<void> {
  const pickup = pick(arena.seen.pickups.slice(-12));
  if (pickup !== undefined) await say('staff', 'reward.handOver', { key: key(), pickupCode: pickup.pickupCode });
}

/** A code that begins with 7: a voucher or a service pack. */
function someTicket({ arena, pick, random }: Seat): string | undefined {
  const vouchers = arena.seen.vouchers.map(({ view }) => view.code);
  return pick(random() < 0.5 ? arena.seen.tickets.slice(-6) : vouchers.slice(-20));
}

async function redeemTicket(seat: Seat): Promise<void> {
  const code = someTicket(seat);
  if (code !== undefined) await seat.say('staff', 'voucher.redeem', { key: seat.key(), code });
}

async function undoTicket(seat: Seat): Promise<void> {
  const code = someTicket(seat);
  if (code !== undefined) await seat.say('staff', 'voucher.undoUse', { key: seat.key(), code });
}

async function makePoster({ say, key, pick, arena }: Seat): Promise<void> {
  const kind = pick(['earn', 'draw'] as const) ?? 'earn';
  const made = await say('staff', 'store.makeCode', { key: key(), kind, points: kind === 'earn' ? 5 : 0, perDayMax: 5 });
  if (made !== null) keep(arena.seen.storeCodes, made.code);
}

async function closePoster({ say, pick, arena }: Seat): Promise<void> {
  const code = pick(arena.seen.storeCodes);
  if (code !== undefined) await say('staff', 'store.closeCode', { code });
}

const counter = ['clerk', 'lead'] as const;

/** What staff do at the counter besides selling. */
export const counterActs: readonly Act[] = [
  { name: 'hand over', parts: counter, weight: 5, perform: handOver },
  { name: 'redeem a ticket', parts: counter, weight: 6, perform: redeemTicket },
  { name: 'undo a ticket', parts: counter, weight: 2, perform: undoTicket },
  { name: 'make a poster', parts: ['lead'], weight: 2, perform: makePoster },
  { name: 'close a poster', parts: ['lead'], weight: 1, perform: closePoster },
];

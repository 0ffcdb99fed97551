import { codeDigits, codeText, codeWindow } from '@shared/member/code';
import { keep } from '../keep';
import type { Act, Seat } from '../seat';

interface Line {
  readonly categoryId: string;
  readonly amountFen: number;
  readonly units?: number;
}

/** What a member's phone would show now. */
function codeNow({ arena, pick }: Seat): { readonly code: string; readonly cardNumber: string } | null {
  const home = pick([...arena.seen.homes.values()]);
  if (home?.code == null) return null;
  const { cardNumber } = home;
  return { code: codeText(cardNumber, codeDigits(home.code.secretHex, codeWindow(arena.cloud.clock.nowMs()))), cardNumber };
}

/** Opens a visit of somebody who stands at this till. */
export async function scan(seat: Seat): Promise<void> {
  const { say, arena, openid, random } = seat;
  const now = codeNow(seat);
  if (now === null) return;
  const code = random() < 0.02 ? `${now.cardNumber}000000` : now.code;
  const visit = await say('staff', 'visit.open', { code, by: random() < 0.8 ? 'scan' : 'typed' });
  if (visit !== null) keep(arena.seen.visits, { visitId: visit.visitId, openid, endsAt: visit.endsAt });
}

/** An open visit of this caller's till; once in a while one of another's or one that is over, which is refused. */
export function someVisit({ arena, openid, pick, random }: Seat): string | undefined {
  const now = arena.cloud.clock.nowMs();
  const fit = arena.seen.visits.filter((visit) => visit.openid === openid && visit.endsAt > now);
  return pick(random() < 0.05 ? arena.seen.visits : fit)?.visitId;
}

function someLines({ between, pick }: Seat): Line[] {
  return Array.from({ length: between(1, 3) }, () => ({
    categoryId: pick(['general', 'general', 'tea', 'giftcard']) ?? 'general',
    amountFen: between(100, 22_000),
    units: between(1, 4),
  }));
}

/** Few enough that two tills of a shop hit upon the same number. */
export function someOrderNo({ between, key, random }: Seat): string {
  return random() < 0.06 ? `N${between(1, 40)}` : key();
}

async function buy(seat: Seat): Promise<void> {
  const { say, key, arena, openid } = seat;
  const visitId = someVisit(seat);
  if (visitId === undefined) return scan(seat);
  const receipt = await say('staff', 'purchase.confirm', { key: key(), visitId, orderNo: someOrderNo(seat), lines: someLines(seat) });
  if (receipt === null) return;
  keep(arena.seen.purchases, { purchaseId: receipt.purchaseId, openid, orderNo: receipt.orderNo, lines: receipt.lines.length });
}

/** A till that was without network sends what it took up to a day ago. */
async function recordLate(seat: Seat): Promise<void> {
  const { say, key, arena, openid, between } = seat;
  const home = seat.pick([...arena.seen.homes.values()]);
  if (home?.code == null) return;
  const scannedAt = arena.cloud.clock.nowMs() - between(0, 3_600_000);
  const code = codeText(home.cardNumber, codeDigits(home.code.secretHex, codeWindow(scannedAt)));
  const lines = [{ categoryId: 'general', amountFen: between(100, 9_000) }];
  const receipt = await say('staff', 'purchase.recordLate', { key: key(), code, scannedAt, orderNo: someOrderNo(seat), lines });
  if (receipt !== null) keep(arena.seen.purchases, { purchaseId: receipt.purchaseId, openid, orderNo: receipt.orderNo, lines: 1 });
}

async function undo({ say, key, pick, arena, openid, random }: Seat): Promise<void> {
  const own = arena.seen.purchases.filter((purchase) => purchase.openid === openid).slice(-4);
  const purchase = pick(random() < 0.9 ? own : arena.seen.purchases);
  if (purchase !== undefined) await say('staff', 'purchase.undo', { key: key(), purchaseId: purchase.purchaseId });
}

const till = ['clerk', 'lead'] as const;

/** What staff do at the till. */
export const tillActs: readonly Act[] = [
  { name: 'scan a member', parts: till, weight: 6, perform: scan },
  { name: 'purchase', parts: till, weight: 14, perform: buy },
  { name: 'late purchase', parts: till, weight: 3, perform: recordLate },
  { name: 'undo', parts: till, weight: 5, perform: undo },
];

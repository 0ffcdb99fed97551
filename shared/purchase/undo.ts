import { accept, refuse, type Outcome } from '../kernel/refusal';
import { minuteMs } from '../kernel/time';
import type { Purchase, PurchaseUndo } from './types';

const undoMinutes = 5;
/** How long after a purchase the same staff member may take it back. */
export const undoMs = undoMinutes * minuteMs;

/** Why a whole purchase cannot be taken back, whoever asks. */
type TakeBackRefusal = 'purchase.unknown' | 'undo.done' | 'undo.refunded';
export type UndoRefusal = TakeBackRefusal | 'undo.otherStaff' | 'undo.tooLate';
export type VoidRefusal = TakeBackRefusal | 'void.shiftClosed';

type Decided<Code extends string> = Outcome<{ readonly purchase: Purchase; readonly repeat: boolean }, Code>;

interface TakenBackBy {
  readonly shopId: string;
  readonly staffId: string;
  readonly key: string;
}

/** Decides an undo: `repeat` when this very tap has already been carried out. Staff of another shop learn nothing of the purchase. */
export function decideUndo(found: Purchase | null, by: TakenBackBy, now: number): Decided<UndoRefusal> {
  if (found?.shopId === by.shopId && found.staffId !== by.staffId) return refuse('undo.otherStaff');
  const decided = decideTakeBack(found, by, 'undo');
  if (!decided.ok || decided.value.repeat) return decided;
  return now > decided.value.purchase.at + undoMs ? refuse('undo.tooLate', { minutes: undoMinutes }) : decided;
}

/** Decides a void by the shift's lead: while the shift in which the purchase was made is not closed. `closedUntil` is the last close. */
export function decideVoid(found: Purchase | null, by: TakenBackBy, closedUntil: number): Decided<VoidRefusal> {
  const decided = decideTakeBack(found, by, 'void');
  if (!decided.ok || decided.value.repeat) return decided;
  return decided.value.purchase.at < closedUntil ? refuse('void.shiftClosed') : decided;
}

function decideTakeBack(found: Purchase | null, by: TakenBackBy, how: PurchaseUndo['how']): Decided<TakeBackRefusal> {
  if (found === null || found.shopId !== by.shopId) return refuse('purchase.unknown');
  const { undo } = found;
  if (undo !== null) {
    const same = undo.how === how && undo.key === by.key && undo.staffId === by.staffId;
    return same ? accept({ purchase: found, repeat: true }) : refuse('undo.done');
  }
  return found.refunded.count > 0 ? refuse('undo.refunded') : accept({ purchase: found, repeat: false });
}

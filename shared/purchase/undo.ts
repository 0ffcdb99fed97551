import { accept, refuse, type Outcome } from '../kernel/refusal';
import { minuteMs } from '../kernel/time';
import type { Purchase } from './types';

const undoMinutes = 5;
/** How long after a purchase the same staff member may take it back. */
export const undoMs = undoMinutes * minuteMs;

export type UndoRefusal = 'purchase.unknown' | 'undo.otherStaff' | 'undo.tooLate' | 'undo.done';

/** Decides an undo: `repeat` when this very tap has already been carried out. Staff of another shop learn nothing of the purchase. */
export function decideUndo(
  purchase: Purchase | null,
  by: { readonly shopId: string; readonly staffId: string; readonly key: string },
  now: number,
): Outcome<{ readonly purchase: Purchase; readonly repeat: boolean }, UndoRefusal> {
  if (purchase === null || purchase.shopId !== by.shopId) return refuse('purchase.unknown');
  if (purchase.staffId !== by.staffId) return refuse('undo.otherStaff');
  if (purchase.undo !== null) return purchase.undo.key === by.key ? accept({ purchase, repeat: true }) : refuse('undo.done');
  if (now > purchase.at + undoMs) return refuse('undo.tooLate', { minutes: undoMinutes });
  return accept({ purchase, repeat: false });
}

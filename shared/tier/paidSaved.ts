import { floorShare } from '../kernel/money';
import type { Purchase } from '../purchase/types';

/**
 * What a paid card has saved (fen), from the receipts' own lines: what each line says that the card took off beyond what would have been
 * off without it, less the units that came back (a share of a line rounded down); nothing of purchases that were undone or voided.
 */
export function paidSaved(purchases: readonly Pick<Purchase, 'lines' | 'refunded' | 'undo'>[]): number {
  return purchases.reduce((sum, purchase) => sum + savedBy(purchase), 0);
}

function savedBy({ lines, refunded, undo }: Pick<Purchase, 'lines' | 'refunded' | 'undo'>): number {
  if (undo !== null) return 0;
  return lines.reduce(
    (sum, { paidCardFen = 0, units }, place) => sum + floorShare(paidCardFen, units - (refunded.units[place] ?? 0), units),
    0,
  );
}

import { accept, refuse, type Outcome } from '../kernel/refusal';
import { yuanText } from '../kernel/money';
import { reckonRefund, type RefundUnits } from './reckonRefund';
import type { Purchase } from './types';

/** A part of a refund as machines and files say it: money on a category, or on a product. */
export interface RefundAmount {
  /** Null: whichever line it fits. */
  readonly categoryId: string | null;
  readonly productId?: string | undefined;
  readonly amountFen: number;
}

/**
 * Finds the units that a refund by amount means, on the purchase's lines of the same category (and product): one line's units that come
 * to just this sum, or else whole lines in their order and units of one more. What comes to no number of units is refused, never rounded.
 */
export function matchRefund(purchase: Purchase, amounts: readonly RefundAmount[]): Outcome<readonly RefundUnits[], 'refund.amount'> {
  const taken: RefundUnits[] = [];
  for (const amount of amounts) {
    const places = purchase.lines.flatMap((line, at) => (isMeant(line, amount) && !taken.some((each) => each.line === at) ? [at] : []));
    const found = oneLine(purchase, places, amount.amountFen) ?? wholeLines(purchase, places, amount.amountFen);
    if (found === null) return refuse('refund.amount', { amount: yuanText(amount.amountFen) });
    taken.push(...found);
  }
  return accept(taken);
}

function isMeant(line: Purchase['lines'][number], { categoryId, productId }: RefundAmount): boolean {
  return productId === undefined ? categoryId === null || line.categoryId === categoryId : line.productId === productId;
}

function oneLine(purchase: Purchase, places: readonly number[], amountFen: number): readonly RefundUnits[] | null {
  for (const line of places) {
    const units = unitsOf(purchase, line, amountFen);
    if (units !== null) return [{ line, units }];
  }
  return null;
}

function wholeLines(purchase: Purchase, places: readonly number[], amountFen: number): readonly RefundUnits[] | null {
  const taken: RefundUnits[] = [];
  let leftFen = amountFen;
  for (const line of places) {
    const exact = unitsOf(purchase, line, leftFen);
    if (exact !== null) return [...taken, { line, units: exact }];
    const units = unitsLeft(purchase, line);
    if (units === 0) continue;
    leftFen -= moneyOf(purchase, line, units);
    taken.push({ line, units });
  }
  return null;
}

/** How many units of a line come to the sum; money grows with units, so the middle tells which half. */
function unitsOf(purchase: Purchase, line: number, amountFen: number): number | null {
  let [least, most] = [1, unitsLeft(purchase, line)];
  while (least <= most) {
    const middle = Math.floor((least + most) / 2);
    const fen = moneyOf(purchase, line, middle);
    if (fen === amountFen) return middle;
    if (fen < amountFen) least = middle + 1;
    else most = middle - 1;
  }
  return null;
}

function unitsLeft(purchase: Purchase, line: number): number {
  return (purchase.lines[line]?.units ?? 0) - (purchase.refunded.units[line] ?? 0);
}

function moneyOf(purchase: Purchase, line: number, units: number): number {
  return reckonRefund(purchase, [{ line, units }]).lines.reduce((sum, each) => sum + each.moneyFen, 0);
}

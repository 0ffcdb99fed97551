import { accept, refuse, type Outcome } from '../kernel/refusal';
import { addDays, type Day } from '../kernel/time';
import type { RefundUnits } from './reckonRefund';
import type { Purchase, Refund } from './types';

/** What the till asks for. `lines` null means everything that is left; `after` is how many refunds the till has seen. */
export interface RefundRequest {
  readonly key: string;
  readonly purchaseId: string;
  readonly after: number;
  readonly lines: readonly RefundUnits[] | null;
}

/** When and where a purchase can be refunded (settings). */
interface RefundPolicy {
  readonly refundDays: number;
  readonly refundAnywhere: boolean;
}

interface RefundBy {
  readonly shopId: string;
  readonly staffId: string;
  readonly today: Day;
}

export type RefundRefusal =
  | 'purchase.unknown'
  | 'refund.otherShop'
  | 'refund.undone'
  | 'refund.tooLate'
  | 'refund.units'
  | 'refund.nothingLeft'
  | 'refund.changed'
  | 'key.reused';

/** What is to be done: units to take back, or the refund that this very tap has already made. */
type RefundDecision = { readonly purchase: Purchase; readonly wanted: readonly RefundUnits[] } | { readonly repeat: Refund };

/**
 * Decides a refund: within the refund period (that day included), at the selling shop or anywhere by setting, never of more units than
 * are left. `same` is the refund numbered `after` + 1, if there is one: this very tap's, or somebody else's in between.
 */
export function decideRefund(
  purchase: Purchase | null,
  same: Refund | null,
  request: RefundRequest,
  by: RefundBy,
  policy: RefundPolicy,
): Outcome<RefundDecision, RefundRefusal> {
  if (purchase === null) return refuse('purchase.unknown');
  if (same !== null && same.key === request.key && same.staffId === by.staffId) {
    return isSameContent(request, same) ? accept({ repeat: same }) : refuse('key.reused');
  }
  if (purchase.shopId !== by.shopId && !policy.refundAnywhere) return refuse('refund.otherShop');
  if (purchase.undo !== null) return refuse('refund.undone');
  if (same !== null || purchase.refunded.count !== request.after) return refuse('refund.changed');
  if (addDays(purchase.day, policy.refundDays) < by.today) return refuse('refund.tooLate', { days: policy.refundDays });
  return decideUnits(purchase, request.lines);
}

function decideUnits(
  purchase: Purchase,
  lines: readonly RefundUnits[] | null,
): Outcome<RefundDecision, 'refund.units' | 'refund.nothingLeft'> {
  const left = purchase.lines.map((line, at) => line.units - (purchase.refunded.units[at] ?? 0));
  if (left.every((units) => units === 0)) return refuse('refund.nothingLeft');
  const wanted = lines ?? left.flatMap((units, line) => (units === 0 ? [] : [{ line, units }]));
  const repeated = new Set(wanted.map((each) => each.line)).size < wanted.length;
  const tooMany = wanted.find((each) => each.units > (left[each.line] ?? 0));
  if (tooMany !== undefined) return refuse('refund.units', { line: tooMany.line + 1, left: left[tooMany.line] ?? 0 });
  return repeated || wanted.length === 0 ? refuse('refund.units', { line: 1, left: left[0] ?? 0 }) : accept({ purchase, wanted });
}

function isSameContent({ lines }: RefundRequest, { lines: before, leftFen }: Refund): boolean {
  if (lines === null) return leftFen === 0;
  const said = (each: readonly RefundUnits[]): string =>
    [...each]
      .map(({ line, units }) => `${line}x${units}`)
      .sort()
      .join();
  return said(lines) === said(before);
}

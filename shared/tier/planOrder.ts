import { floorShare } from '../kernel/money';
import type { Day } from '../kernel/time';
import type { PlanTerms } from './plan';

/**
 * `pending`: waits for its money. `closed`: was not paid (paying failed, its time was over, or its buyer gave it up)
 * and cannot be any more. `paid`: its days are on the card. `refunding`:
 * they are off it, and the money is on its way back. `refunded`: it is back.
 */
export type PlanOrderState = 'pending' | 'closed' | 'paid' | 'refunding' | 'refunded';

/** What comes back of an order, and why. Money goes back under the number `_id` + `-r`. */
export interface PlanRefund {
  readonly fen: number;
  readonly points: number;
  readonly unusedDays: number;
  readonly at: number;
  /** `<staff>` who approved, or `leaving`. */
  readonly by: string;
  readonly doneAt: number | null;
}

/** One buying of a paid card, its own audit record. `_id`: 32 hex digits that follow from member and key, and the number of its payment. */
export interface PlanOrder {
  readonly _id: string;
  readonly key: string;
  readonly memberId: string;
  readonly accountId: string;
  readonly terms: PlanTerms;
  readonly by: 'money' | 'points';
  /** What was asked: one of the two is 0. */
  readonly priceFen: number;
  readonly points: number;
  readonly at: number;
  readonly device: string;
  readonly state: PlanOrderState;
  /** When a job asks the payment service next; 0 when there is nothing to ask. */
  readonly checkAt: number;
  readonly checks: number;
  readonly paidAt: number | null;
  /** The payment service's own number. */
  readonly transactionId: string | null;
  readonly period: { readonly from: Day; readonly endsOn: Day } | null;
  readonly refund: PlanRefund | null;
}

const firstCheckMs = 60_000;
const checkMostMs = 3_600_000;
/** Not paid for so long: the order is closed at the payment service, and can be paid no more. */
export const payWindowMs = 30 * 60_000;

/** When the payment service is asked next: after a minute, then ever more seldom, at most an hour apart. */
export function nextCheckAt(checks: number, now: number): number {
  return now + Math.min(checkMostMs, firstCheckMs * 2 ** checks);
}

/** What comes back for the days that are still to come: of money and points alike the share of days, rounded down. */
export function refundOf(order: PlanOrder, unused: number): { readonly fen: number; readonly points: number } {
  const share = (whole: number): number => floorShare(whole, unused, order.terms.days);
  return { fen: share(order.priceFen), points: share(order.points) };
}

/** An order whose unused days were taken off the card: it is done when no money has to go back. */
export function withRefund(order: PlanOrder, refund: Omit<PlanRefund, 'doneAt'>): PlanOrder {
  const back = refund.fen > 0;
  const state = back ? 'refunding' : 'refunded';
  return { ...order, state, checkAt: back ? refund.at : 0, checks: 0, refund: { ...refund, doneAt: back ? null : refund.at } };
}

import * as z from 'zod/mini';
import type { Proposal } from '../audit/proposal';
import type { Bilingual } from '../kernel/bilingual';
import { command } from '../kernel/contract';
import { keyField, slugField } from '../kernel/fields';
import type { Day } from '../kernel/time';
import type { PlanOrderState } from './planOrder';

/** A plan on offer. Multiplier in hundredths, money in fen. */
export interface PlanView {
  readonly id: string;
  readonly name: Bilingual;
  readonly detail: Bilingual;
  readonly days: number;
  readonly priceFen: number | null;
  readonly points: number | null;
  readonly multiplier: number;
  readonly pricePercent: number;
  /** What it brings a voucher of, every 31 days. */
  readonly vouchers: readonly Bilingual[];
}

/** The card as it runs now. */
export interface PaidCardView {
  readonly name: Bilingual;
  readonly multiplier: number;
  readonly pricePercent: number;
  readonly since: Day;
  /** The last day, with everything that was renewed. */
  readonly until: Day;
  /** What it saved since it began, without a gap, in fen. */
  readonly savedFen: number;
}

export interface PlanOrderView {
  readonly orderId: string;
  readonly name: Bilingual;
  readonly by: 'money' | 'points';
  readonly priceFen: number;
  readonly points: number;
  readonly at: number;
  readonly state: PlanOrderState;
  readonly period: { readonly from: Day; readonly endsOn: Day } | null;
  readonly refund: { readonly fen: number; readonly points: number; readonly doneAt: number | null } | null;
}

/** Everything that the page of the paid card shows. */
export interface PaidCardOverview {
  readonly today: Day;
  readonly plans: readonly PlanView[];
  /** Null when none runs; `ended` tells whether one did. */
  readonly card: PaidCardView | null;
  readonly ended: Day | null;
  /** Whether paying in money works here. */
  readonly takesMoney: boolean;
  readonly available: number;
  /** The latest orders, newest first. */
  readonly orders: readonly PlanOrderView[];
}

/** What the phone hands to the platform's own payment sheet. */
export interface PaymentTicket {
  readonly timeStamp: string;
  readonly nonceStr: string;
  readonly package: string;
  readonly signType: string;
  readonly paySign: string;
}

/** An order, and how to pay it; no ticket when there is nothing left to pay. */
export interface PlanBuying {
  readonly order: PlanOrderView;
  readonly ticket: PaymentTicket | null;
  /** Points left to spend. */
  readonly available: number;
}

const orderField = z.string().check(z.regex(/^[0-9a-f]{32}$/));

export const paidCardMember = {
  /** Plans, the caller's card, what it saved, and the latest orders. */
  'paidCard.overview': command<PaidCardOverview>()({ input: z.strictObject({}), refusals: ['member.unknown'] }),
  /** Buys a plan with money (an order and a ticket to pay it) or with points (at once). The same key again gives the same order. */
  'paidCard.buy': command<PlanBuying>()({
    input: z.strictObject({ key: keyField, planId: slugField, by: z.enum(['money', 'points']) }),
    refusals: ['member.unknown', 'plan.unknown', 'plan.ahead', 'plan.payment', 'points.short', 'key.reused'],
  }),
  /** How an order of the caller's stands; one that waits for its money is looked up at the payment service. */
  'paidCard.order': command<PlanOrderView>()({
    input: z.strictObject({ orderId: orderField }),
    refusals: ['member.unknown', 'plan.noOrder'],
  }),
  /** Gives up an order that waits for its money, so that it cannot be paid any more; one that was paid meanwhile is told as paid. */
  'paidCard.giveUp': command<PlanOrderView>()({
    input: z.strictObject({ orderId: orderField }),
    refusals: ['member.unknown', 'plan.noOrder'],
  }),
};

export const paidCardConsole = {
  /** A member's orders of paid cards, newest first, 20 at most. */
  'paidCard.orders': command<{ readonly orders: readonly PlanOrderView[] }>()({
    input: z.strictObject({ cardNumber: z.string().check(z.regex(/^9\d{15}$/)) }),
    refusals: ['card.unknown'],
  }),
  /** Proposes to end an order and give back the share of the days to come; somebody else decides. */
  'paidCard.proposeRefund': command<Proposal>()({
    input: z.strictObject({
      key: keyField,
      cardNumber: z.string().check(z.regex(/^9\d{15}$/)),
      orderId: orderField,
      reason: z.string().check(z.trim(), z.minLength(4), z.maxLength(200)),
    }),
    refusals: ['card.unknown', 'plan.noOrder', 'plan.nothingLeft', 'key.reused'],
  }),
};

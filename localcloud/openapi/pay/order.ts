/** Where an order stands, in WeChat Pay's words. */
export type TradeState = 'NOTPAY' | 'SUCCESS' | 'CLOSED' | 'REFUND';

/** Money given back for an order, in fen. */
export interface Refund {
  readonly outRefundNo: string;
  readonly refundId: string;
  readonly refundFee: number;
  readonly atMs: number;
}

/** An order of the sandbox. Money in fen. */
export interface Order {
  readonly outTradeNo: string;
  readonly openid: string;
  readonly subMchId: string;
  readonly body: string;
  readonly attach?: string;
  readonly totalFee: number;
  readonly tradeType: string;
  readonly functionName: string;
  readonly prepayId: string;
  readonly madeMs: number;
  readonly state: TradeState;
  readonly paid?: { readonly transactionId: string; readonly atMs: number };
  /** Whether the order's function has taken the notice that it was paid. */
  readonly isNotified: boolean;
  readonly refunds: readonly Refund[];
}

/** What was given back for an order so far, in fen. */
export function refundedFee(order: Order): number {
  return order.refunds.reduce((sum, refund) => sum + refund.refundFee, 0);
}

/** A moment as WeChat Pay writes it: `yyyyMMddHHmmss` in UTC+8. */
export function payTime(ms: number): string {
  const aheadMs = 8 * 60 * 60 * 1000;
  return new Date(ms + aheadMs).toISOString().replace(/\D/g, '').slice(0, 14);
}

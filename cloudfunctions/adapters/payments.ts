import type { PaymentTicket } from '@shared/tier/paidCardContract';
import { environmentId, sdkPay } from './sdk';

/** How an order stands at the payment service. `failed`: paying it did. `unknown`: it has never heard of it, or did not say. */
export type PaymentState =
  | { readonly state: 'paid'; readonly fen: number; readonly transactionId: string }
  | { readonly state: 'waiting' | 'failed' | 'closed' | 'unknown' };

/** The function that the service tells of a payment. */
const noticeFunction = 'pay';
/** Asked for by the service; a function has no better answer. */
const someAddress = '127.0.0.1';

/** The merchant's number at the payment service (LANTERN_MERCHANT); empty: nothing is sold for money. */
function merchant(): string {
  return process.env['LANTERN_MERCHANT'] ?? '';
}

/** Whether paying in money works here. */
export function takesMoney(): boolean {
  return merchant() !== '';
}

/** Makes an order at the payment service, for whoever calls; null when it refuses (paid or closed by now). The same order again is fine. */
export async function openPayment(order: { orderId: string; fen: number; words: string }): Promise<PaymentTicket | null> {
  const answer = await sdkPay.unifiedOrder({
    subMchId: merchant(),
    outTradeNo: order.orderId,
    totalFee: order.fen,
    body: order.words,
    envId: environmentId(),
    functionName: noticeFunction,
    spbillCreateIp: someAddress,
    tradeType: 'JSAPI',
  });
  return succeeded(answer) ? (answer['payment'] as PaymentTicket) : null;
}

/** Asks how an order stands: the only thing that a paid card is ever given for. */
export async function askPayment(orderId: string): Promise<PaymentState> {
  const answer = await sdkPay.queryOrder({ subMchId: merchant(), outTradeNo: orderId });
  if (!succeeded(answer)) return { state: 'unknown' };
  const { tradeState, totalFee, transactionId } = answer;
  if (tradeState === 'SUCCESS') return { state: 'paid', fen: Number(totalFee), transactionId: String(transactionId) };
  if (tradeState === 'PAYERROR') return { state: 'failed' };
  // What was given back at the service's own desk buys nothing here.
  return { state: tradeState === 'CLOSED' || tradeState === 'REVOKED' || tradeState === 'REFUND' ? 'closed' : 'waiting' };
}

/** Closes an order that was not paid; afterwards it cannot be. False when the service refuses: it was paid meanwhile. */
export async function closePayment(orderId: string): Promise<boolean> {
  return succeeded(await sdkPay.closeOrder({ subMchId: merchant(), outTradeNo: orderId }));
}

/** Gives money of an order back; the same number again is the same refund. False when the service has not taken it. */
export async function returnPayment(refund: { orderId: string; refundNo: string; fen: number; totalFen: number }): Promise<boolean> {
  const { orderId: outTradeNo, refundNo: outRefundNo, fen: refundFee, totalFen: totalFee } = refund;
  const answer = await sdkPay.refund({ subMchId: merchant(), outTradeNo, outRefundNo, refundFee, totalFee });
  return succeeded(answer);
}

function succeeded({ returnCode, resultCode }: Readonly<Record<string, unknown>>): boolean {
  return returnCode === 'SUCCESS' && resultCode === 'SUCCESS';
}

import { randomBytes } from 'node:crypto';
import { cloudFault } from '../../cloudFault';
import type { Wechat } from '../wechat';
import type { PaymentOutcome } from '../wechatTypes';
import { payTime, type Order } from './order';
import { commonFields } from './payApi';

/**
 * Pays an order in full and tells the function it names, as the platform does. An order paid before is not paid again, but its function
 * is told again if it has not taken the notice yet. Without `notice` nobody is told. Rejects (INVALID_PARAM) when there is no such order or
 * it is closed.
 */
export async function payOrder(wechat: Wechat, outTradeNo: string, notice: boolean): Promise<PaymentOutcome> {
  const there = wechat.orders.get(outTradeNo);
  if (there === undefined) throw cloudFault('INVALID_PARAM', `there is no order ${outTradeNo}`);
  if (there.state === 'CLOSED') throw cloudFault('INVALID_PARAM', `the order ${outTradeNo} is closed`);
  const paid = there.paid ?? { transactionId: `4200${randomBytes(12).toString('hex')}`, atMs: wechat.nowMs() };
  if (there.paid === undefined) await wechat.orders.put(outTradeNo, { ...there, state: 'SUCCESS', paid });
  const outcome = { transactionId: paid.transactionId };
  if (there.isNotified) return { ...outcome, delivered: true };
  if (!notice) return { ...outcome, delivered: false };
  try {
    const answer: unknown = JSON.parse(await wechat.notify(there.functionName, JSON.stringify(noticeOf({ ...there, paid }))));
    const delivered = typeof answer === 'object' && answer !== null && 'errcode' in answer && answer.errcode === 0;
    // The function may have refunded the order meanwhile.
    if (delivered) await wechat.orders.put(outTradeNo, { ...(wechat.orders.get(outTradeNo) ?? there), isNotified: true });
    return { ...outcome, delivered };
  } catch (thrown) {
    return { ...outcome, delivered: false, error: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

/** The event of a payment notice. Source: the platform's documentation of the pay callback of functions. */
function noticeOf(order: Order & Required<Pick<Order, 'paid'>>): Readonly<Record<string, unknown>> {
  const { appid, mch_id, sub_appid, sub_mch_id, nonce_str } = commonFields({ sub_mch_id: order.subMchId });
  return {
    returnCode: 'SUCCESS',
    resultCode: 'SUCCESS',
    appid,
    mchId: mch_id,
    subAppid: sub_appid,
    subMchId: sub_mch_id,
    nonceStr: nonce_str,
    openid: order.openid,
    subOpenid: order.openid,
    isSubscribe: 'N',
    subIsSubscribe: 'N',
    tradeType: order.tradeType,
    bankType: 'OTHERS',
    feeType: 'CNY',
    totalFee: order.totalFee,
    cashFee: order.totalFee,
    transactionId: order.paid.transactionId,
    outTradeNo: order.outTradeNo,
    ...(order.attach === undefined ? {} : { attach: order.attach }),
    timeEnd: payTime(order.paid.atMs),
  };
}

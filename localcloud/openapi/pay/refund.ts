import { randomBytes } from 'node:crypto';
import { findOrder } from './findOrder';
import { refundedFee, type Order, type Refund } from './order';
import { feeParam, numberParam, payFault, type PayApi } from './payApi';

/** Longest refund number of one's own. Source: WeChat Pay. */
const refundNoMaxCount = 64;

/**
 * Gives money back; the same refund number again is the same refund. Refuses ORDERNOTEXIST, TRADE_STATE_ERROR (unpaid),
 * REFUND_FEE_MISMATCH (other sums than before) and ERROR (more than was paid).
 */
export const refund: PayApi = {
  name: 'refund',
  async answer(params, wechat) {
    const order = findOrder(params, wechat);
    const outRefundNo = numberParam(params, 'out_refund_no', refundNoMaxCount);
    const refundFee = feeParam(params, 'refund_fee');
    if (order.paid === undefined) throw payFault('TRADE_STATE_ERROR', '订单未支付');
    if (feeParam(params, 'total_fee') !== order.totalFee) throw payFault('REFUND_FEE_MISMATCH', '订单金额与之前请求不一致');
    const there = order.refunds.find((one) => one.outRefundNo === outRefundNo);
    if (there !== undefined && there.refundFee !== refundFee) throw payFault('REFUND_FEE_MISMATCH', '退款金额与之前请求不一致');
    const given = there ?? { outRefundNo, refundFee, refundId: `5030${randomBytes(12).toString('hex')}`, atMs: wechat.nowMs() };
    if (there === undefined) await wechat.orders.put(order.outTradeNo, withRefund(order, given));
    return {
      transaction_id: order.paid.transactionId,
      out_trade_no: order.outTradeNo,
      out_refund_no: outRefundNo,
      refund_id: given.refundId,
      refund_fee: refundFee,
      total_fee: order.totalFee,
      cash_fee: order.totalFee,
      cash_refund_fee: refundFee,
    };
  },
};

function withRefund(order: Order, given: Refund): Order {
  if (refundedFee(order) + given.refundFee > order.totalFee) throw payFault('ERROR', '累计退款金额大于支付金额');
  return { ...order, state: 'REFUND', refunds: [...order.refunds, given] };
}

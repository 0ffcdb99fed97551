import { findOrder } from './findOrder';
import { payTime } from './order';
import { payFault, type PayApi } from './payApi';

/** Lists what was given back for an order, numbered from 0. Refuses ORDERNOTEXIST and REFUNDNOTEXIST. */
export const queryRefund: PayApi = {
  name: 'queryRefund',
  async answer(params, wechat) {
    const order = findOrder(params, wechat);
    if (order.refunds.length === 0) throw payFault('REFUNDNOTEXIST', 'not exist');
    const lines = order.refunds.flatMap((one, at) => [
      [`out_refund_no_${at}`, one.outRefundNo],
      [`refund_id_${at}`, one.refundId],
      [`refund_fee_${at}`, one.refundFee],
      [`refund_status_${at}`, 'SUCCESS'],
      [`refund_success_time_${at}`, payTime(one.atMs)],
    ]);
    return {
      out_trade_no: order.outTradeNo,
      transaction_id: order.paid?.transactionId,
      total_fee: order.totalFee,
      refund_count: order.refunds.length,
      ...(Object.fromEntries(lines) as Record<string, unknown>),
    };
  },
};

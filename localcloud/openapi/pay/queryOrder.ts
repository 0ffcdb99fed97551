import { findOrder } from './findOrder';
import { payTime } from './order';
import type { PayApi } from './payApi';

/** Tells how an order stands. Refuses ORDERNOTEXIST. */
export const queryOrder: PayApi = {
  name: 'queryOrder',
  async answer(params, wechat) {
    const order = findOrder(params, wechat);
    const paid = order.paid;
    return {
      out_trade_no: order.outTradeNo,
      trade_state: order.state,
      trade_state_desc: order.state,
      total_fee: order.totalFee,
      ...(order.attach === undefined ? {} : { attach: order.attach }),
      ...(paid === undefined
        ? {}
        : {
            openid: order.openid,
            trade_type: order.tradeType,
            bank_type: 'OTHERS',
            fee_type: 'CNY',
            cash_fee: order.totalFee,
            transaction_id: paid.transactionId,
            time_end: payTime(paid.atMs),
          }),
    };
  },
};

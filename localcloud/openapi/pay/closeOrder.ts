import { findOrder } from './findOrder';
import { payFault, type PayApi } from './payApi';

/** Closes an unpaid order; closing it again is no error. Refuses ORDERNOTEXIST and ORDERPAID. */
export const closeOrder: PayApi = {
  name: 'closeOrder',
  async answer(params, wechat) {
    const order = findOrder(params, wechat);
    if (order.paid !== undefined) throw payFault('ORDERPAID', '该订单已支付');
    await wechat.orders.put(order.outTradeNo, { ...order, state: 'CLOSED' });
    return {};
  },
};

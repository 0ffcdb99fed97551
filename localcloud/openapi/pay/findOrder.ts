import type { Wechat } from '../wechat';
import type { Order } from './order';
import { payFault, payParamFault, type PayParams } from './payApi';

/** The order a request names by `out_trade_no` or `transaction_id`. Refuses ORDERNOTEXIST, also for an order of another merchant. */
export function findOrder(params: PayParams, wechat: Pick<Wechat, 'orders'>): Order {
  const outTradeNo = params['out_trade_no'];
  const transactionId = params['transaction_id'];
  if (typeof outTradeNo !== 'string' && typeof transactionId !== 'string') throw payParamFault('out_trade_no');
  const order =
    typeof outTradeNo === 'string'
      ? wechat.orders.get(outTradeNo)
      : [...wechat.orders.entries()].find(([, one]) => one.paid?.transactionId === transactionId)?.[1];
  if (order === undefined || order.subMchId !== params['sub_mch_id']) throw payFault('ORDERNOTEXIST', 'order not exist');
  return order;
}

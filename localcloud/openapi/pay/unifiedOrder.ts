import { randomBytes } from 'node:crypto';
import { appId } from '../../functions/workerEnv';
import type { OpenApiSource } from '../openApi';
import type { Wechat } from '../wechat';
import type { Order } from './order';
import { feeParam, numberParam, payFault, payParamFault, textParam, type PayAnswer, type PayApi, type PayParams } from './payApi';

/**
 * Makes an order and gives `payment`, what the phone's `requestPayment` takes. The same order again gives another `payment` while it
 * is unpaid. Refuses ORDERPAID, ORDERCLOSED and INVALID_REQUEST (same number, another order).
 */
export const unifiedOrder: PayApi = {
  name: 'unifiedOrder',
  async answer(params, wechat, source) {
    const order = readOrder(params, wechat, source);
    const there = wechat.orders.get(order.outTradeNo);
    if (there !== undefined) refuseOther(there, order);
    await wechat.orders.put(order.outTradeNo, order);
    return { trade_type: order.tradeType, prepay_id: order.prepayId, payment: paymentOf(order, wechat.nowMs()) };
  },
};

function readOrder(params: PayParams, wechat: Wechat, source: OpenApiSource | undefined): Order {
  textParam(params, 'spbill_create_ip', 64);
  textParam(params, 'env_id', 64);
  const tradeType = params['trade_type'] ?? 'JSAPI';
  if (tradeType !== 'JSAPI') throw payParamFault('trade_type');
  const openid = params['sub_openid'] ?? params['openid'] ?? source?.caller.openid;
  if (typeof openid !== 'string') throw payParamFault('openid');
  return {
    outTradeNo: numberParam(params, 'out_trade_no'),
    openid,
    subMchId: textParam(params, 'sub_mch_id', 32),
    body: textParam(params, 'body', 128),
    ...(params['attach'] === undefined ? {} : { attach: textParam(params, 'attach', 127) }),
    totalFee: feeParam(params, 'total_fee'),
    tradeType,
    functionName: textParam(params, 'function_name', 64),
    prepayId: `wx${randomBytes(17).toString('hex')}`,
    madeMs: wechat.nowMs(),
    state: 'NOTPAY',
    isNotified: false,
    refunds: [],
  };
}

function refuseOther(there: Order, order: Order): void {
  if (there.state === 'CLOSED') throw payFault('ORDERCLOSED', '订单已关闭');
  if (there.state !== 'NOTPAY') throw payFault('ORDERPAID', '该订单已支付');
  const isSame = there.totalFee === order.totalFee && there.openid === order.openid && there.body === order.body;
  if (!isSame) throw payFault('INVALID_REQUEST', '201 商户订单号重复');
}

function paymentOf(order: Order, nowMs: number): PayAnswer {
  return {
    appId,
    timeStamp: String(Math.floor(nowMs / 1000)),
    nonceStr: randomBytes(16).toString('hex'),
    package: `prepay_id=${order.prepayId}`,
    signType: 'MD5',
    paySign: '',
  };
}

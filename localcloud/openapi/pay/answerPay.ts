import { isDocument } from '../../engine/document';
import type { OpenApiSource } from '../openApi';
import type { Wechat } from '../wechat';
import { closeOrder } from './closeOrder';
import { commonFields, isPayFault, type PayAnswer, type PayApi, type PayParams } from './payApi';
import { queryOrder } from './queryOrder';
import { queryRefund } from './queryRefund';
import { refund } from './refund';
import { unifiedOrder } from './unifiedOrder';

/** Every pay API there is, by name. */
const payApis: ReadonlyMap<string, PayApi> = new Map(
  [unifiedOrder, queryOrder, closeOrder, refund, queryRefund].map((api) => [api.name, api]),
);

/**
 * Answers the wire's `wx.wxPayApi`: parameters as JSON bytes in, WeChat Pay's answer out. Gives `undefined` for an API there is none of.
 * A refusal is an answer too: `return_code` FAIL for a wrong request, `result_code` FAIL with `err_code` for what cannot be.
 */
export async function answerPay(
  name: string,
  data: Buffer,
  wechat: Wechat,
  source: OpenApiSource | undefined,
): Promise<PayAnswer | undefined> {
  const api = payApis.get(name);
  if (api === undefined) return undefined;
  const params = readParams(data);
  try {
    const own = await api.answer(params, wechat, source);
    return { return_code: 'SUCCESS', return_msg: 'OK', ...commonFields(params), result_code: 'SUCCESS', ...own };
  } catch (thrown) {
    if (!isPayFault(thrown)) throw thrown;
    if (thrown.payCode === undefined) return { return_code: 'FAIL', return_msg: thrown.message };
    const failed = { result_code: 'FAIL', err_code: thrown.payCode, err_code_des: thrown.message };
    return { return_code: 'SUCCESS', return_msg: 'OK', ...commonFields(params), ...failed };
  }
}

function readParams(data: Buffer): PayParams {
  try {
    const value: unknown = JSON.parse(data.toString('utf8'));
    return isDocument(value) ? value : {};
  } catch {
    return {};
  }
}

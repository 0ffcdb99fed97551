import { randomBytes } from 'node:crypto';
import { appId } from '../../functions/workerEnv';
import type { OpenApiSource } from '../openApi';
import type { Wechat } from '../wechat';

/** Parameters of a pay API, in snake case as they travel. */
export type PayParams = Readonly<Record<string, unknown>>;

/** An answer of a pay API, in snake case as it travels. */
export type PayAnswer = Readonly<Record<string, unknown>>;

/** One pay API: takes parameters, gives the fields that are its own. Throws `payFault` or `payParamFault`. */
export interface PayApi {
  readonly name: string;
  answer(params: PayParams, wechat: Wechat, source: OpenApiSource | undefined): Promise<PayAnswer>;
}

/** A refusal of WeChat Pay: its word (`err_code`) and sentence. Without a word the request itself was wrong. */
export interface PayFault extends Error {
  readonly payCode: string | undefined;
}

/** Makes a refusal by the state of things, for instance `ORDERPAID`. */
export function payFault(payCode: string, sentence: string): PayFault {
  return Object.assign(new Error(sentence), { payCode });
}

/** Makes a refusal of a parameter; the platform answers it with `return_code` FAIL. */
export function payParamFault(name: string): PayFault {
  return Object.assign(new Error(`缺少参数或参数格式错误: ${name}`), { payCode: undefined });
}

/** Whether something thrown is a refusal of a pay API. */
export function isPayFault(thrown: unknown): thrown is PayFault {
  return thrown instanceof Error && 'payCode' in thrown;
}

/** The fields every answer has. The sandbox signs nothing: no function can check a signature whose key it does not hold. */
export function commonFields(params: PayParams): PayAnswer {
  return {
    appid: appId,
    mch_id: '1800000000',
    sub_appid: appId,
    sub_mch_id: params['sub_mch_id'],
    nonce_str: randomBytes(16).toString('hex'),
    sign: '',
  };
}

/** Reads a text of at most `maxCount` characters that must be there. */
export function textParam(params: PayParams, name: string, maxCount: number): string {
  const value = params[name];
  if (typeof value !== 'string' || value === '' || value.length > maxCount) throw payParamFault(name);
  return value;
}

/** Reads money in fen, at least 1. */
export function feeParam(params: PayParams, name: string): number {
  const value = params[name];
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1) throw payParamFault(name);
  return value;
}

/** Reads an order or refund number of one's own. Source: WeChat Pay, up to 32 (refunds 64) digits, letters and `_-|*@`. */
export function numberParam(params: PayParams, name: string, maxCount = 32): string {
  const value = textParam(params, name, maxCount);
  if (!/^[\w\-|*@]+$/.test(value)) throw payParamFault(name);
  return value;
}

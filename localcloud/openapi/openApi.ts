import type { Caller } from '../types';
import type { CommReply, OpenApiParams } from './commApi';
import type { Wechat } from './wechat';

/** Who makes an open API call: a function on behalf of somebody, or (absent) a program that speaks the wire by itself. */
export interface OpenApiSource {
  readonly functionName: string;
  readonly caller: Caller;
}

/** One open API. */
export interface OpenApi {
  /** Its name on the wire, which is also the permission a function must declare, for instance `subscribeMessage.send`. */
  readonly name: string;
  /** Answers a call. Throws `apiFault` for what the platform refuses. */
  answer(params: OpenApiParams, wechat: Wechat, source: OpenApiSource | undefined): Promise<CommReply>;
}

/** A refusal of an open API: WeChat's number and sentence for it. */
export interface ApiFault extends Error {
  readonly errcode: number;
}

/** Makes a refusal of an open API. */
export function apiFault(errcode: number, message: string): ApiFault {
  return Object.assign(new Error(message), { errcode });
}

/** Whether something thrown is a refusal of an open API. */
export function isApiFault(thrown: unknown): thrown is ApiFault {
  return thrown instanceof Error && 'errcode' in thrown && typeof thrown.errcode === 'number';
}

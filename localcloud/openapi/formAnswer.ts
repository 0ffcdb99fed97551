import type { WireAnswer } from '../gateway/action';
import { answerOpenApiForm, type OpenApiOptions } from './answerOpenApi';
import type { OpenApiSource } from './openApi';
import { answerPay } from './pay/answerPay';

/** What a form request gets: bytes of an answer, or an error as JSON. */
export type FormAnswer = { readonly bytes: Buffer } | { readonly error: Readonly<Record<string, unknown>> };

/** The platform's number for an API that is not there. Source: wx-server-sdk's table of errors. */
const apiNotFound = -604100;

/** Which API a form asks for: `wx.openApi.subscribeMessage.send`. */
export function formName(form: ReadonlyMap<string, Buffer>): string {
  return [form.get('action'), form.get('apiName')].map((part) => part?.toString('utf8') ?? '').join('.');
}

/**
 * Answers a request of the wire that comes as a form: `wx.openApi` and `wx.wxPayApi`.
 * An answer must not call itself JSON, or the SDK takes it for an error; an error must.
 */
export async function formAnswer(
  options: OpenApiOptions,
  form: ReadonlyMap<string, Buffer>,
  source: OpenApiSource | undefined,
): Promise<FormAnswer> {
  const action = form.get('action')?.toString('utf8');
  const name = form.get('apiName')?.toString('utf8') ?? '';
  const data = form.get('requestData') ?? Buffer.alloc(0);
  try {
    if (action === 'wx.openApi') return { bytes: await answerOpenApiForm(options, name, data, source) };
    if (action !== 'wx.wxPayApi') return formFault('INVALID_PARAM', `unknown action ${String(action)}`);
    const answer = await answerPay(name, data, options.wechat, source);
    if (answer === undefined) return { error: { errcode: apiNotFound, errmsg: 'API not found' } };
    return { bytes: Buffer.from(JSON.stringify(answer)) };
  } catch (thrown) {
    return formFault('SYS_ERR', thrown instanceof Error ? thrown.message : String(thrown));
  }
}

/** What goes back when a request is lost or cannot be answered. */
export function formFault(code: string, message: string): { readonly error: WireAnswer } {
  return { error: { code, message, requestId: 'form' } };
}

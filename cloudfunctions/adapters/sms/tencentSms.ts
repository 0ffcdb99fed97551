import type { PushAnswer } from '@shared/message/judgeAnswer';
import { signTc3 } from './signTc3';
import type { Sms, SmsProvider } from './sms';

const host = 'sms.tencentcloudapi.com';
const action = 'SendSms';
const version = '2021-01-11';
const answerMaxMs = 10_000;
/** A refusal that may pass, as `judgeAnswer` reads it: any positive number. */
const refusedCode = 1;

interface Settings {
  readonly secretId: string;
  readonly secretKey: string;
  readonly appId: string;
  readonly sign: string;
  readonly template: string;
  readonly region: string;
}

interface SendSmsReply {
  readonly Response?: {
    readonly Error?: { readonly Code: string; readonly Message: string };
    readonly SendStatusSet?: readonly { readonly Code: string; readonly Message: string; readonly SerialNo: string }[];
  };
}

/**
 * Tencent Cloud's SMS (SendSms of 2021-01-11), without its SDK. The template it is given has two gaps, title and body, and ends with the
 * way out that the law asks for: 【sign】{1}：{2} 拒收请回复R. Throws when a setting is missing.
 */
export function tencentSms(): SmsProvider {
  const settings: Settings = {
    secretId: setting('LANTERN_SMS_SECRET_ID'),
    secretKey: setting('LANTERN_SMS_SECRET_KEY'),
    appId: setting('LANTERN_SMS_APP_ID'),
    sign: setting('LANTERN_SMS_SIGN'),
    template: setting('LANTERN_SMS_TEMPLATE'),
    region: process.env['LANTERN_SMS_REGION'] ?? 'ap-guangzhou',
  };
  // Another address is for tests: the signature is always for the real host.
  const address = process.env['LANTERN_SMS_ADDRESS'] ?? `https://${host}/`;
  return { send: (sms) => send(settings, address, sms) };
}

async function send(settings: Settings, address: string, { phone, title, body }: Sms): Promise<PushAnswer> {
  const text = JSON.stringify({
    PhoneNumberSet: [phone.startsWith('+') ? phone : `+86${phone}`],
    SmsSdkAppId: settings.appId,
    SignName: settings.sign,
    TemplateId: settings.template,
    TemplateParamSet: [title, body],
  });
  const timestamp = Math.floor(Date.now() / 1000);
  const { authorization, contentType } = signTc3({ service: 'sms', host, action, body: text, timestamp, ...settings });
  const headers = {
    authorization,
    'content-type': contentType,
    'x-tc-action': action,
    'x-tc-version': version,
    'x-tc-timestamp': String(timestamp),
    'x-tc-region': settings.region,
  };
  try {
    const response = await fetch(address, { method: 'POST', headers, body: text, signal: AbortSignal.timeout(answerMaxMs) });
    return read((await response.json()) as SendSmsReply);
  } catch (fault) {
    return { ok: false, errCode: 0, text: String(fault) };
  }
}

/** An answer is one error for the whole, or a status a number: `Ok`, or why not. */
function read({ Response }: SendSmsReply): PushAnswer {
  if (Response?.Error !== undefined) return { ok: false, errCode: refusedCode, text: `${Response.Error.Code}: ${Response.Error.Message}` };
  const status = Response?.SendStatusSet?.[0];
  if (status === undefined) return { ok: false, errCode: 0, text: 'an answer without a status' };
  if (status.Code === 'Ok') return { ok: true, msgId: status.SerialNo };
  return { ok: false, errCode: refusedCode, text: `${status.Code}: ${status.Message}` };
}

function setting(name: string): string {
  const value = process.env[name] ?? '';
  if (value === '') throw new Error(`${name} must be set to send SMS by Tencent Cloud`);
  return value;
}

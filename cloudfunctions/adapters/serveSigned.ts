import type { Outcome } from '@shared/kernel/refusal';
import type { Signed } from '@shared/store/shopKey';
import { callerOpenid } from './sdk';

/** What the platform's HTTP access hands to a function ("integrated request"). */
interface WebEvent {
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly isBase64Encoded?: unknown;
}

interface WebReply {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const bodyMaxBytes = 500_000;
const statusOf: Readonly<Record<string, number>> = {
  'pos.unsigned': 401,
  'pos.stale': 401,
  'call.tooMany': 429,
  'call.malformed': 400,
  'call.tooLarge': 413,
  'call.notAllowed': 403,
};

/**
 * Makes the entry point of a door for machines: a request over HTTP with a key id, a time and a signature in its headers
 * (`x-lantern-key`, `x-lantern-time`, `x-lantern-signature`). Nobody signed in on a phone gets through here.
 */
export function serveSigned(
  answer: (signed: Signed, now: number) => Promise<Outcome<object, string>>,
): (event: WebEvent) => Promise<WebReply> {
  return async (event) => {
    const now = Date.now();
    if (callerOpenid() !== '') return reply(403, { ok: false, refusal: { code: 'call.notAllowed' }, now });
    const signed = signedOf(event);
    if (Buffer.byteLength(signed.body) > bodyMaxBytes) return reply(413, { ok: false, refusal: { code: 'call.tooLarge' }, now });
    try {
      const outcome = await answer(signed, now);
      if (outcome.ok) return reply(200, { ok: true, value: outcome.value, now });
      return reply(statusOf[outcome.refusal.code] ?? 400, { ok: false, refusal: outcome.refusal, now });
    } catch (fault) {
      const what = fault instanceof Error ? { message: fault.message, stack: fault.stack } : { message: JSON.stringify(fault) };
      console.error(JSON.stringify({ level: 'fault', at: now, method: 'signed', ...what }));
      return reply(500, { ok: false, refusal: { code: 'call.fault' }, now });
    }
  };
}

function signedOf({ headers = {}, body, isBase64Encoded }: WebEvent): Signed {
  const named = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
  const text = typeof body === 'string' ? body : '';
  return {
    keyId: named.get('x-lantern-key') ?? '',
    time: named.get('x-lantern-time') ?? '',
    signature: named.get('x-lantern-signature') ?? '',
    body: isBase64Encoded === true ? Buffer.from(text, 'base64').toString('utf8') : text,
  };
}

function reply(statusCode: number, answer: object): WebReply {
  return { statusCode, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(answer) };
}

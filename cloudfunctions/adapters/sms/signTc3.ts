import { createHash, createHmac } from 'node:crypto';

/** A request to Tencent Cloud's API, version 3: always POST with a JSON body. `timestamp` in seconds. */
export interface Tc3Request {
  readonly service: string;
  readonly host: string;
  readonly action: string;
  readonly body: string;
  readonly timestamp: number;
  readonly secretId: string;
  readonly secretKey: string;
}

const contentType = 'application/json; charset=utf-8';
const signedHeaders = 'content-type;host;x-tc-action';

/**
 * The headers `Authorization` and `Content-Type` of a request, signed by TC3-HMAC-SHA256. Source: Tencent Cloud's documentation of API
 * version 3, "Signature v3".
 */
export function signTc3(request: Tc3Request): { readonly authorization: string; readonly contentType: string } {
  const { service, host, action, body, timestamp, secretId, secretKey } = request;
  const date = new Date(timestamp * 1000).toISOString().slice(0, 10);
  const headers = `content-type:${contentType}\nhost:${host}\nx-tc-action:${action.toLowerCase()}\n`;
  const canonical = ['POST', '/', '', headers, signedHeaders, sha256(body)].join('\n');
  const scope = `${date}/${service}/tc3_request`;
  const toSign = ['TC3-HMAC-SHA256', String(timestamp), scope, sha256(canonical)].join('\n');
  const key = hmac(hmac(hmac(`TC3${secretKey}`, date), service), 'tc3_request');
  const signature = hmac(key, toSign).toString('hex');
  const authorization = `TC3-HMAC-SHA256 Credential=${secretId}/${scope}, SignedHeaders=${signedHeaders}, Signature=${signature}`;
  return { authorization, contentType };
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text, 'utf8').digest();
}

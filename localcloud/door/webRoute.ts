import type { IncomingMessage, ServerResponse } from 'node:http';
import { isCloudFault } from '../cloudFault';
import { callMaxBytes } from '../gateway/limits';
import type { Caller } from '../types';
import { checkSameOrigin } from './checkOrigin';
import { httpFault } from './httpFault';
import { readBody } from './readBody';
import type { Route } from './serveHttp';

/** What a function may answer to have its own status and headers ("integrated response"); anything else is sent as JSON with 200. */
interface IntegratedResponse {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
}

interface WebDoor {
  /** Functions that HTTP access was opened for. */
  readonly open: (functionName: string) => boolean;
  call(functionName: string, event: unknown, caller: Caller): Promise<string>;
}

/**
 * HTTP access, as the platform's HTTP access service: `POST /web/<function>` calls a function that was opened for it with the request as
 * its event, without any caller's identity. Source: CloudBase's documentation of HTTP access, "integrated request" and "response".
 */
export function webRoute(door: WebDoor): Route {
  return {
    method: 'POST',
    path: '/web/*',
    async handle(request, rest, url, response) {
      checkSameOrigin(request);
      const [name = ''] = rest.split('/');
      if (!door.open(name)) throw httpFault(404, 'INVALID_PATH', 'HTTP access is not open for this function');
      const event = await eventOf(request, rest.slice(name.length), url);
      try {
        const answer = JSON.parse(await door.call(name, event, { trigger: 'http' })) as unknown;
        return isIntegrated(answer) ? sendIntegrated(response, answer) : { json: answer };
      } catch (thrown) {
        if (!isCloudFault(thrown)) throw thrown;
        throw httpFault(500, thrown.code, thrown.message);
      }
    },
  };
}

async function eventOf(request: IncomingMessage, path: string, url: URL): Promise<object> {
  return {
    path: path === '' ? '/' : path,
    httpMethod: request.method,
    headers: Object.fromEntries(Object.entries(request.headers).filter(([, value]) => typeof value === 'string')),
    queryStringParameters: Object.fromEntries(url.searchParams),
    body: await readBody(request, callMaxBytes),
    isBase64Encoded: false,
  };
}

function isIntegrated(answer: unknown): answer is IntegratedResponse {
  return typeof answer === 'object' && answer !== null && typeof (answer as Partial<IntegratedResponse>).statusCode === 'number';
}

function sendIntegrated(response: ServerResponse, answer: IntegratedResponse): { readonly handled: true } {
  response.writeHead(answer.statusCode, answer.headers ?? {});
  response.end(Buffer.from(answer.body ?? '', answer.isBase64Encoded === true ? 'base64' : 'utf8'));
  return { handled: true };
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import { isDocument } from '../engine/document';
import type { RequestSource, WireAnswer } from '../gateway/action';
import type { WireRequest } from '../gateway/readRequest';
import type { FormAnswer } from '../openapi/formAnswer';
import { readMultipart } from '../openapi/readMultipart';
import { refuseBrowsers, refuseOtherMachines } from './checkOrigin';
import { httpFault } from './httpFault';
import { readBytes, readJsonBody } from './readBody';
import type { Route, RouteAnswer } from './serveHttp';

/** Largest request of the SDK: a full document and its wrapping. */
const wireMaxBytes = 64 * 1024 ** 2;

/** What answers the wire: requests of JSON, and forms. */
export interface WireAnswers {
  readonly json: (request: WireRequest, source: RequestSource) => Promise<WireAnswer>;
  readonly form: (form: ReadonlyMap<string, Buffer>, worker: string | undefined) => Promise<FormAnswer>;
}

/** The wire the SDK speaks. For programs of this machine: browsers and other machines are refused. */
export function adminRoute(answers: WireAnswers): Route {
  return {
    method: 'POST',
    path: '/admin',
    async handle(request, _rest, url, response) {
      refuseOtherMachines(request);
      refuseBrowsers(request);
      const worker = url.searchParams.get('worker');
      const type = request.headers['content-type'] ?? '';
      if (type.startsWith('multipart/')) return answerForm(answers, request, worker ?? undefined, response);
      const body = await readJsonBody(request, wireMaxBytes);
      if (!isRequest(body)) throw httpFault(400, 'INVALID_PARAM', 'action must be a string');
      return { json: await answers.json(body, worker === null ? {} : { worker }) };
    },
  };
}

async function answerForm(
  answers: WireAnswers,
  request: IncomingMessage,
  worker: string | undefined,
  response: ServerResponse,
): Promise<RouteAnswer> {
  const form = readMultipart(request.headers['content-type'] ?? '', await readBytes(request, wireMaxBytes));
  if (form === undefined) throw httpFault(400, 'INVALID_PARAM', 'the form cannot be read');
  const answer = await answers.form(form, worker);
  if ('error' in answer) return { json: answer.error };
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': answer.bytes.length }).end(answer.bytes);
  return { handled: true };
}

function isRequest(body: unknown): body is WireRequest {
  return isDocument(body) && typeof body['action'] === 'string';
}

import { isDocument } from '../engine/document';
import type { RequestSource, WireAnswer } from '../gateway/action';
import type { WireRequest } from '../gateway/readRequest';
import { refuseBrowsers, refuseOtherMachines } from './checkOrigin';
import { httpFault } from './httpFault';
import { readJsonBody } from './readBody';
import type { Route } from './serveHttp';

/** Largest request of the SDK: a full document and its wrapping. */
const wireMaxBytes = 64 * 1024 ** 2;

/** The wire the SDK speaks. For programs of this machine: browsers and other machines are refused. */
export function adminRoute(answer: (request: WireRequest, source: RequestSource) => Promise<WireAnswer>): Route {
  return {
    method: 'POST',
    path: '/admin',
    async handle(request, _rest, url) {
      refuseOtherMachines(request);
      refuseBrowsers(request);
      const body = await readJsonBody(request, wireMaxBytes);
      if (!isRequest(body)) throw httpFault(400, 'INVALID_PARAM', 'action must be a string');
      const worker = url.searchParams.get('worker');
      return { json: await answer(body, worker === null ? {} : { worker }) };
    },
  };
}

function isRequest(body: unknown): body is WireRequest {
  return isDocument(body) && typeof body['action'] === 'string';
}

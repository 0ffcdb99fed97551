import { isCloudFault } from '../cloudFault';
import { callMaxBytes } from '../gateway/limits';
import type { Caller, DemoPerson } from '../types';
import { checkSameOrigin } from './checkOrigin';
import type { Sessions } from './createSessions';
import { httpFault } from './httpFault';
import { readJsonBody } from './readBody';
import type { Route } from './serveHttp';

/** The header that carries a person's token. One a tab, so that a shopper and a staff member can live side by side. */
export const sessionHeader = 'x-cloud-session';

/** Largest body of the door's own requests. */
const doorBodyMaxBytes = 64 * 1024;

/** Status of the door's answer by the platform's code; anything else is 500. */
const statusOf: Readonly<Record<string, number>> = {
  PERMISSION_DENIED: 403,
  FUNCTION_NOT_FOUND: 404,
  INVALID_PARAM: 400,
  FUNCTIONS_TIME_LIMIT_EXCEEDED: 504,
};

/** What the browser's door needs. `call` gives JSON text. */
export interface DoorOptions {
  readonly people: readonly DemoPerson[];
  readonly sessions: Sessions;
  call(functionName: string, event: unknown, caller: Caller): Promise<string>;
}

/** The routes a browser's page uses: who one may be, signing in, calling a function. */
export function doorRoutes(options: DoorOptions): readonly Route[] {
  const people: Route = {
    method: 'GET',
    path: '/door/people',
    async handle(request) {
      checkSameOrigin(request);
      // Open ids stay inside: a page knows people by their demo id.
      return { json: { people: options.people.map(({ id, label, note, kind }) => ({ id, label, note, kind })) } };
    },
  };
  const signIn: Route = {
    method: 'POST',
    path: '/door/signin',
    async handle(request) {
      checkSameOrigin(request);
      const { person } = await readJsonBody(request, doorBodyMaxBytes);
      const token = typeof person === 'string' ? options.sessions.signIn(person) : undefined;
      if (token === undefined) throw httpFault(404, 'INVALID_PARAM', 'there is no such demo person');
      return { json: { token } };
    },
  };
  const call: Route = {
    method: 'POST',
    path: '/fn/*',
    async handle(request, rest) {
      checkSameOrigin(request);
      const event = await readJsonBody(request, callMaxBytes);
      const token = request.headers[sessionHeader];
      const openid = options.sessions.openidOf(typeof token === 'string' ? token : undefined);
      try {
        return { jsonText: `{"result":${await options.call(rest, event, openid === undefined ? {} : { openid })}}` };
      } catch (thrown) {
        if (!isCloudFault(thrown)) throw thrown;
        throw httpFault(statusOf[thrown.code] ?? 500, thrown.code, thrown.message);
      }
    },
  };
  return [people, signIn, call];
}

import { timingSafeEqual, createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isCloudFault } from '../cloudFault';
import type { CloudClock, InvocationRecord } from '../types';
import { refuseOtherMachines, checkSameOrigin } from './checkOrigin';
import { httpFault } from './httpFault';
import { readJsonBody } from './readBody';
import type { Route, RouteAnswer } from './serveHttp';

/** The header a controller shows. */
export const controlHeader = 'x-cloud-control';

/** Largest body of a control request. */
const controlBodyMaxBytes = 64 * 1024;

/** What control needs. */
export interface ControlOptions {
  readonly token: string;
  readonly clock: CloudClock;
  runTimer(functionName: string, timerName: string): Promise<unknown>;
  lastInvocations(): readonly InvocationRecord[];
}

/** The routes that steer a running cloud: its clock, its timers, its list of calls. This machine only, and only with the token. */
export function controlRoutes(options: ControlOptions): readonly Route[] {
  return [
    { method: 'POST', path: '/control/clock', handle: (request) => setClock(options, request) },
    { method: 'POST', path: '/control/timer', handle: (request) => runTimer(options, request) },
    {
      method: 'GET',
      path: '/control/invocations',
      async handle(request) {
        guardControl(options.token, request);
        return { json: { nowMs: options.clock.nowMs(), invocations: options.lastInvocations() } };
      },
    },
  ];
}

/** Refuses (403) a request of another machine, of a page elsewhere, or without the control token. */
export function guardControl(token: string, request: IncomingMessage): void {
  refuseOtherMachines(request);
  checkSameOrigin(request);
  const shown = request.headers[controlHeader];
  if (typeof shown !== 'string' || !sameText(shown, token)) {
    throw httpFault(403, 'PERMISSION_DENIED', 'the control token is missing or wrong');
  }
}

async function setClock(options: ControlOptions, request: IncomingMessage): Promise<RouteAnswer> {
  guardControl(options.token, request);
  const { advanceMs, setMs } = await readJsonBody(request, controlBodyMaxBytes);
  if (isWhole(setMs)) options.clock.setMs(setMs);
  else if (isWhole(advanceMs)) options.clock.advanceMs(advanceMs);
  else throw httpFault(400, 'INVALID_PARAM', 'advanceMs or setMs must be a whole number of milliseconds');
  return { json: { nowMs: options.clock.nowMs() } };
}

async function runTimer(options: ControlOptions, request: IncomingMessage): Promise<RouteAnswer> {
  guardControl(options.token, request);
  const body = await readJsonBody(request, controlBodyMaxBytes);
  try {
    return { json: { result: (await options.runTimer(String(body['function']), String(body['timer']))) ?? null } };
  } catch (thrown) {
    if (!isCloudFault(thrown)) throw thrown;
    throw httpFault(400, thrown.code, thrown.message);
  }
}

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value);
}

/** Compares in a time that does not tell how much was right. */
function sameText(left: string, right: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}

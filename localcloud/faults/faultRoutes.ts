import { guardControl } from '../door/controlRoutes';
import { httpFault } from '../door/httpFault';
import { readJsonBody } from '../door/readBody';
import type { Route } from '../door/serveHttp';
import type { Faults } from '../types';

/** Largest body of an order of faults. */
const orderMaxBytes = 4096;

/** The routes that order faults while the cloud runs and tell what struck. This machine only, and only with the control token. */
export function faultRoutes(token: string, faults: Faults): readonly Route[] {
  const told = (): { json: unknown } => ({ json: { faults: faults.spec(), happened: faults.happened() } });
  const tell: Route = {
    method: 'GET',
    path: '/control/faults',
    async handle(request) {
      guardControl(token, request);
      return told();
    },
  };
  const order: Route = {
    method: 'POST',
    path: '/control/faults',
    async handle(request) {
      guardControl(token, request);
      const { faults: text } = await readJsonBody(request, orderMaxBytes);
      if (typeof text !== 'string') throw httpFault(400, 'INVALID_PARAM', 'faults must be a string, empty for none');
      try {
        faults.order(text);
      } catch (thrown) {
        throw httpFault(400, 'INVALID_PARAM', thrown instanceof Error ? thrown.message : String(thrown));
      }
      return told();
    },
  };
  return [tell, order];
}

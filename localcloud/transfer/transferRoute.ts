import { guardControl } from '../door/controlRoutes';
import { httpFault } from '../door/httpFault';
import { readJsonBody } from '../door/readBody';
import type { Route } from '../door/serveHttp';
import type { CloudData } from '../types';

/** Largest body of an order: the name of a file. */
const orderMaxBytes = 16 * 1024;

/** The route by which the command lets a running cloud import a file of this machine. Needs the control token. */
export function transferRoute(token: string, data: Pick<CloudData, 'import'>): Route {
  return {
    method: 'POST',
    path: '/control/import',
    async handle(request) {
      guardControl(token, request);
      const { file } = await readJsonBody(request, orderMaxBytes);
      if (typeof file !== 'string') throw httpFault(400, 'INVALID_PARAM', 'file must be the path of an export');
      try {
        return { json: await data.import(file) };
      } catch (thrown) {
        throw httpFault(400, 'INVALID_PARAM', thrown instanceof Error ? thrown.message : String(thrown));
      }
    },
  };
}

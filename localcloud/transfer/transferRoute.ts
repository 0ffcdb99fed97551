import { guardControl } from '../door/controlRoutes';
import { httpFault } from '../door/httpFault';
import { readJsonBody } from '../door/readBody';
import type { Route } from '../door/serveHttp';
import type { CloudData } from '../types';

/** Largest body of an order: the name of a file. */
const orderMaxBytes = 16 * 1024;

/**
 * The routes by which the command lets a running cloud import a file of this machine, and back itself up to a folder of it. Need the
 * control token.
 */
export function transferRoutes(token: string, data: Pick<CloudData, 'import' | 'backup'>): readonly Route[] {
  const route = (path: string, named: string, work: (place: string) => Promise<unknown>): Route => ({
    method: 'POST',
    path,
    async handle(request) {
      guardControl(token, request);
      const place = (await readJsonBody(request, orderMaxBytes))[named];
      if (typeof place !== 'string') throw httpFault(400, 'INVALID_PARAM', `${named} must be a path`);
      try {
        return { json: await work(place) };
      } catch (thrown) {
        throw httpFault(400, 'INVALID_PARAM', thrown instanceof Error ? thrown.message : String(thrown));
      }
    },
  });
  return [
    route('/control/import', 'file', (file) => data.import(file)),
    route('/control/backup', 'folder', async (folder) => {
      await data.backup(folder);
      return {};
    }),
  ];
}

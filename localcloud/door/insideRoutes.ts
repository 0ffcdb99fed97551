import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { isCloudFault } from '../cloudFault';
import { isDocument, type Document } from '../engine/document';
import type { Engine } from '../engine/openEngine';
import { parseText } from '../engine/parseText';
import { readSort } from '../engine/planQuery';
import type { DeliveredMessage } from '../openapi/wechatTypes';
import type { Timers } from '../timers/openTimers';
import type { CloudClock, InvocationRecord } from '../types';
import { refuseOtherMachines } from './checkOrigin';
import type { LogTail } from './createLogTail';
import { guardControl } from './controlRoutes';
import { httpFault } from './httpFault';
import { readJsonBody } from './readBody';
import type { Route, RouteAnswer } from './serveHttp';
import { staticRoute } from './staticRoute';

/** Documents of a page when nothing is said, and at most. */
const pageDefaultCount = 20;
const pageMaxCount = 200;

/** Calls, printed lines and messages shown, newest first. */
const shownMaxCount = 200;

/** Largest query. */
const insideBodyMaxBytes = 64 * 1024;

/** What the page for looking inside shows. */
export interface InsideOptions {
  readonly token: string;
  readonly engine: Pick<Engine, 'collections' | 'count' | 'find'>;
  readonly clock: CloudClock;
  readonly timers: Pick<Timers, 'list'>;
  readonly log: Pick<LogTail, 'lines'>;
  readonly lastInvocations: () => readonly InvocationRecord[];
  readonly messages: () => readonly DeliveredMessage[];
}

/**
 * The page at `/inside/` and its data at `/control/inside/*`. The page's files hold nothing of the cloud's and need no token; every
 * piece of data does.
 */
export function insideRoutes(options: InsideOptions): readonly Route[] {
  const newest = <T>(all: readonly T[]): T[] => all.slice(-shownMaxCount).reverse();
  const look = (path: string, answer: () => unknown): Route => ({
    method: 'GET',
    path: `/control/inside/${path}`,
    async handle(request) {
      guardControl(options.token, request);
      return { json: await answer() };
    },
  });
  return [
    look('collections', async () => ({ collections: await listCollections(options.engine) })),
    look('calls', () => ({ calls: newest(options.lastInvocations()), lines: newest(options.log.lines()) })),
    look('messages', () => ({ messages: newest(options.messages()) })),
    look('timers', () => ({ nowMs: options.clock.nowMs(), timers: options.timers.list() })),
    { method: 'POST', path: '/control/inside/documents', handle: (request) => listDocuments(options, request) },
    pageRoute(),
  ];
}

/** The page's own files. Other machines are refused these too: there is nothing here for them. */
function pageRoute(): Route {
  const files = staticRoute(join(__dirname, 'inside'), '/inside/');
  return {
    ...files,
    async handle(request, ...rest) {
      refuseOtherMachines(request);
      return files.handle(request, ...rest);
    },
  };
}

async function listCollections(engine: InsideOptions['engine']): Promise<unknown[]> {
  const collections = [...engine.collections()].sort((left, right) => (left.name < right.name ? -1 : 1));
  return Promise.all(
    collections.map(async ({ name, indexes }) => ({
      name,
      count: await engine.count(name, {}),
      indexes: indexes.map((index) => ({
        name: index.name,
        unique: index.unique,
        keys: Object.fromEntries(index.fields.map(({ path, direction }) => [path, direction])),
      })),
    })),
  );
}

/** One page of a collection's documents as extended JSON, and how many match in all. */
async function listDocuments({ engine, token }: InsideOptions, request: IncomingMessage): Promise<RouteAnswer> {
  guardControl(token, request);
  const body = await readJsonBody(request, insideBodyMaxBytes);
  const collection = String(body['collection']);
  try {
    const filter = queryOf(body['query'], 'The query');
    const sort = readSort(queryOf(body['sort'], 'The order'));
    const limit = Math.min(countOf(body['limit'], pageDefaultCount), pageMaxCount);
    const found = await engine.find(collection, { filter, sort, skip: countOf(body['skip'], 0), limit });
    const total = await engine.count(collection, filter);
    return { jsonText: `{"total":${total},"documents":[${found.map((item) => item.text).join(',')}]}` };
  } catch (thrown) {
    if (!isCloudFault(thrown) || 'status' in thrown) throw thrown;
    throw httpFault(400, thrown.code, thrown.message);
  }
}

function queryOf(value: unknown, name: string): Document {
  const text = typeof value === 'string' && value.trim() !== '' ? value : '{}';
  try {
    const parsed = parseText(text);
    if (isDocument(parsed)) return parsed;
  } catch {
    // Said below, as for any other text that is no object.
  }
  throw httpFault(400, 'INVALID_PARAM', `${name} must be a JSON object, like {"name": "Anna"}.`);
}

function countOf(value: unknown, absent: number): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : absent;
}

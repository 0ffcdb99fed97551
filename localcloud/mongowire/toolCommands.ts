import { isDocument, type Document } from '../engine/document';
import { explainQuery, type Explanation } from '../engine/explainQuery';
import { readSort } from '../engine/planQuery';
import { documentIn, documentsIn, isThere, namespaceOf, numberIn, textIn, type WireCommand, type WireContext } from './wireCommand';
import { wireFault } from './wireFault';

/** What tools ask for to describe a server and its data. Shapes: MongoDB 7.0's manual. Nothing here changes anything. */

/** `explain` of a find, count, distinct or aggregate: which index serves it; with statistics it is run, to count what it finds. */
export const explain: WireCommand = async (command, context) => {
  const asked = documentIn(command, 'explain');
  const { collection, filter, sort } = searchOf(asked);
  const namespace = namespaceOf(context, collection);
  const plan = isThere(command, context, collection)
    ? winningPlan(explainQuery(context.engine.collection(collection), filter, readSort(sort)), context, collection)
    : { stage: 'EOF' };
  const queryPlanner = { namespace, indexFilterSet: false, parsedQuery: filter, winningPlan: plan, rejectedPlans: [] };
  const told = { explainVersion: '1', queryPlanner, command: asked };
  return command['verbosity'] === 'queryPlanner' ? told : { ...told, executionStats: await statisticsOf(context, collection, filter) };
};

/** The filter and the order a command searches by; of an aggregation, what its first stage filters. */
function searchOf(asked: Document): { readonly collection: string; readonly filter: Document; readonly sort: Document } {
  const [name = ''] = Object.keys(asked);
  const collection = textIn(asked, name);
  switch (name) {
    case 'find':
      return { collection, filter: documentIn(asked, 'filter'), sort: documentIn(asked, 'sort') };
    case 'count':
    case 'distinct':
      return { collection, filter: documentIn(asked, 'query'), sort: {} };
    case 'aggregate': {
      const first = documentsIn(asked, 'pipeline')[0]?.['$match'];
      return { collection, filter: isDocument(first) ? first : {}, sort: {} };
    }
    default:
      throw wireFault('BadValue', `how ${name} would be done is not told`);
  }
}

function winningPlan({ kind, index, sorted, multikey }: Explanation, context: WireContext, collection: string): Document {
  if (kind === 'scan') return { stage: 'COLLSCAN', direction: 'forward' };
  const info = context.engine.collection(collection).indexes.find((one) => one.name === index);
  const keyPattern = info === undefined ? { _id: 1 } : Object.fromEntries(info.fields.map((field) => [field.path, field.direction]));
  const stage = kind === 'near' ? 'GEO_NEAR_2DSPHERE' : 'IXSCAN';
  const scan = { stage, keyPattern, indexName: index ?? '_id_', isMultiKey: multikey === true, isUnique: info?.unique ?? true };
  return { stage: 'FETCH', sorted, inputStage: scan };
}

async function statisticsOf(context: WireContext, collection: string, filter: Document): Promise<Document> {
  const began = performance.now();
  const nReturned = await context.engine.count(collection, filter);
  return { executionSuccess: true, nReturned, executionTimeMillis: Math.round(performance.now() - began) };
}

/** How large the documents of a collection are, by their text, and how many. */
async function sizesOf(context: WireContext, collection: string): Promise<{ readonly count: number; readonly size: number }> {
  const found = await context.engine.find(collection, { filter: {} });
  return { count: found.length, size: found.reduce((sum, { text }) => sum + text.length, 0) };
}

/** `dbStats`. */
export const dbStats: WireCommand = async (command, context) => {
  const infos = command['$db'] === context.databaseName ? context.engine.collections() : [];
  const sizes = await Promise.all(infos.map(({ name }) => sizesOf(context, name)));
  const objects = sizes.reduce((sum, { count }) => sum + count, 0);
  const dataSize = sizes.reduce((sum, { size }) => sum + size, 0);
  const indexes = infos.reduce((sum, info) => sum + info.indexes.length + 1, 0);
  const avgObjSize = objects === 0 ? 0 : dataSize / objects;
  const sizesKnown = { objects, avgObjSize, dataSize, storageSize: dataSize, indexSize: 0, totalSize: dataSize };
  return { db: command['$db'], collections: infos.length, views: 0, indexes, ...sizesKnown, scaleFactor: numberIn(command, 'scale') ?? 1 };
};

/** `collStats`, and the statistics of the stage `$collStats`. */
export const collStats: WireCommand = async (command, context) => describeCollection(context, textIn(command, 'collStats'));

async function describeCollection(context: WireContext, collection: string): Promise<Document> {
  const { count, size } = await sizesOf(context, collection);
  const names = ['_id_', ...context.engine.collection(collection).indexes.map(({ name }) => name)];
  const sizes = { size, storageSize: size, totalIndexSize: 0, totalSize: size, avgObjSize: count === 0 ? 0 : size / count };
  const indexSizes = Object.fromEntries(names.map((name) => [name, 0]));
  return { ns: namespaceOf(context, collection), count, ...sizes, capped: false, nindexes: names.length, indexSizes, scaleFactor: 1 };
}

/** The documents of `$collStats` and `$indexStats`, which stand first and look at no document; `undefined` for any other stage. */
export async function statisticsStage(context: WireContext, collection: string, stage: Document): Promise<Document[] | undefined> {
  const host = context.address();
  if (isDocument(stage['$collStats'])) {
    const storageStats = await describeCollection(context, collection);
    return [
      { ns: namespaceOf(context, collection), host, localTime: new Date(context.nowMs()), count: storageStats['count'], storageStats },
    ];
  }
  if (!isDocument(stage['$indexStats'])) return undefined;
  const since = new Date(context.nowMs());
  const own = context.engine.collection(collection).indexes.map(({ name, fields }) => ({
    name,
    key: Object.fromEntries(fields.map((field) => [field.path, field.direction])),
  }));
  // Nobody counts how often an index is used.
  return [{ name: '_id_', key: { _id: 1 } }, ...own].map((index) => ({ ...index, host, accesses: { ops: 0, since } }));
}

/** `getLog`: there is nothing a tool must warn of. */
export const getLog: WireCommand = () => ({ totalLinesWritten: 0, log: [] });

/** `getCmdLineOpts`. */
export const getCmdLineOpts: WireCommand = () => ({ argv: [], parsed: {} });

/** `hostInfo`, of which tools show the time. */
export const hostInfo: WireCommand = (_command, context) => ({
  system: { currentTime: new Date(context.nowMs()), hostname: context.address() },
  os: {},
  extra: {},
});

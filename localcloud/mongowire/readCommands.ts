import { compareValues } from '../engine/compareValues';
import type { Document } from '../engine/document';
import { isDocument } from '../engine/document';
import { pathValues } from '../engine/pathValues';
import { readSort } from '../engine/planQuery';
import { printText } from '../engine/printText';
import { computeStages } from '../engine/runPipeline';
import { projectDocument } from '../gateway/projectDocument';
import { statisticsStage } from './toolCommands';
import { documentIn, documentsIn, isThere, namespaceOf, numberIn, textIn, type WireCommand, type WireContext } from './wireCommand';
import { wireFault } from './wireFault';

/** `find`. A negative limit is one batch, as of old. */
export const find: WireCommand = async (command, context, transaction) => {
  const collection = textIn(command, 'find');
  const limit = numberIn(command, 'limit') ?? 0;
  const found = !isThere(command, context, collection)
    ? []
    : transaction === undefined
      ? await findPlain(command, context, collection, Math.abs(limit))
      : await findInside(command, context, collection, transaction);
  const projection = documentIn(command, 'projection');
  const documents = found.map((document) => projectDocument(document, projection));
  const single = command['singleBatch'] === true || limit < 0;
  return { cursor: context.cursors.open(namespaceOf(context, collection), documents, numberIn(command, 'batchSize'), single) };
};

async function findPlain(command: Document, context: WireContext, collection: string, limit: number): Promise<Document[]> {
  const { $natural: natural, ...sort } = documentIn(command, 'sort');
  const skip = numberIn(command, 'skip') ?? 0;
  const filter = documentIn(command, 'filter');
  const backwards = typeof natural === 'number' && natural < 0;
  const asked = backwards ? {} : { skip, ...(limit === 0 ? {} : { limit }) };
  const found = await context.engine.find(collection, { filter, sort: readSort(sort), ...asked });
  const documents = found.map((item) => item.document);
  return backwards ? documents.reverse().slice(skip, limit === 0 ? undefined : skip + limit) : documents;
}

async function findInside(command: Document, context: WireContext, collection: string, transaction: string): Promise<Document[]> {
  const limit = Math.abs(numberIn(command, 'limit') ?? 0);
  const asked = {
    filter: documentIn(command, 'filter'),
    sort: readSort(documentIn(command, 'sort')),
    skip: numberIn(command, 'skip') ?? 0,
  };
  const info = context.engine.collection(collection);
  const found = await context.engine.transactions.find(transaction, info, limit === 0 ? asked : { ...asked, limit });
  return found.map((item) => item.document);
}

/** `getMore`. */
export const getMore: WireCommand = (command, context) => ({
  cursor: context.cursors.next(command['getMore'], numberIn(command, 'batchSize')),
});

/** `killCursors`. */
export const killCursors: WireCommand = (command, context) => {
  const ids: readonly unknown[] = Array.isArray(command['cursors']) ? command['cursors'] : [];
  const killed = context.cursors.kill(ids);
  const isKilled = (id: unknown): boolean => killed.some((one) => one.toNumber() === Number(id));
  return { cursorsKilled: killed, cursorsNotFound: ids.filter((id) => !isKilled(id)), cursorsAlive: [], cursorsUnknown: [] };
};

/** `aggregate` over a collection. */
export const aggregate: WireCommand = async (command, context, transaction) => {
  refuseInside(transaction);
  const collection = textIn(command, 'aggregate');
  const stages = documentsIn(command, 'pipeline');
  const documents = isThere(command, context, collection) ? await runStages(context, collection, stages) : [];
  const batchCount = numberIn(documentIn(command, 'cursor'), 'batchSize');
  return { cursor: context.cursors.open(namespaceOf(context, collection), documents, batchCount) };
};

/** Drivers count by a pipeline of this very shape; counting is cheaper than grouping. */
async function runStages(context: WireContext, collection: string, stages: readonly Document[]): Promise<Document[]> {
  const [match, group] = stages;
  const filter = match?.['$match'];
  if (stages.length === 2 && isDocument(filter) && printText(group) === '{"$group":{"_id":1,"n":{"$sum":1}}}') {
    const n = await context.engine.count(collection, filter);
    return n === 0 ? [] : [{ _id: 1, n }];
  }
  const told = match === undefined ? undefined : await statisticsStage(context, collection, match);
  if (told !== undefined) return computeStages(told, stages.slice(1));
  const writing = stages.find((stage) => '$out' in stage || '$merge' in stage);
  if (writing !== undefined) throw wireFault('BadValue', '$out and $merge are not offered');
  return context.engine.aggregate(collection, stages);
}

/** `count`. */
export const count: WireCommand = async (command, context, transaction) => {
  refuseInside(transaction);
  const collection = textIn(command, 'count');
  const all = isThere(command, context, collection) ? await context.engine.count(collection, documentIn(command, 'query')) : 0;
  const rest = Math.max(0, all - (numberIn(command, 'skip') ?? 0));
  const limit = Math.abs(numberIn(command, 'limit') ?? 0);
  return { n: limit === 0 ? rest : Math.min(limit, rest) };
};

/** `distinct`: the different values at a path, lists entered, absent ones left out. */
export const distinct: WireCommand = async (command, context, transaction) => {
  refuseInside(transaction);
  const collection = textIn(command, 'distinct');
  const found = isThere(command, context, collection)
    ? await context.engine.find(collection, { filter: documentIn(command, 'query') })
    : [];
  const key = textIn(command, 'key');
  const all = found.flatMap((item) => pathValues(item.document, key).values).filter((value) => value !== undefined);
  all.sort(compareValues);
  return { values: all.filter((value, at) => at === 0 || compareValues(value, all[at - 1]) !== 0) };
};

function refuseInside(transaction: string | undefined): void {
  if (transaction === undefined) return;
  throw wireFault('OperationNotSupportedInTransaction', 'counting and aggregating inside a transaction are not offered');
}

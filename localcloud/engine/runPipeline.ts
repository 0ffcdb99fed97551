import { Aggregator } from 'mingo/aggregator';
import { cloudFault, isCloudFault } from '../cloudFault';
import { aggregateContext } from './aggregate/aggregateContext';
import { rewriteBucket } from './aggregate/rewriteBucket';
import { readJoined } from './aggregate/readJoined';
import type { CollectionInfo } from './catalog';
import type { EngineCore } from './core';
import { isDocument, type Document } from './document';
import { findDocuments } from './findDocuments';
import { refuseNear } from './geo/nearOf';
import { readGeoNear } from './geo/readGeoNear';
import { readSort } from './planQuery';

/**
 * Runs an aggregation. A `$match`, a `$sort` and a `$limit` at the front are served by the query planner, joins by the joined
 * collection's indexes, the rest by mingo with the engine's own operators. Refuses a pipeline that cannot be read.
 */
export async function runPipeline(core: EngineCore, collection: CollectionInfo, stages: readonly Document[]): Promise<Document[]> {
  const near = stages[0]?.['$geoNear'];
  if (near !== undefined) {
    const { filter, measure } = readGeoNear(near, collection.indexes);
    const found = await findDocuments(core, collection, { filter, ...limitOf(stages[1]) });
    const measured = found.map((item) => measure(item.document));
    return runStages(core, measured, stages.slice(1).flatMap(rewriteStage));
  }
  const { request, rest } = splitFront(stages.flatMap(rewriteStage));
  const found = await findDocuments(core, collection, request);
  return runStages(
    core,
    found.map((item) => item.document),
    rest,
  );
}

/** Runs stages one after another, pausing before each join to read what it joins. */
async function runStages(core: EngineCore, documents: Document[], stages: readonly Document[]): Promise<Document[]> {
  let current = documents;
  for (let at = 0; at < stages.length;) {
    const from = at;
    at += 1;
    while (at < stages.length && !joins(stages[at])) at += 1;
    const part = stages.slice(from, at);
    current = computeStages(current, part, await readJoined(core, part, current));
  }
  return current;
}

function joins(stage: Document | undefined): boolean {
  return stage !== undefined && ('$lookup' in stage || '$graphLookup' in stage || '$unionWith' in stage || '$facet' in stage);
}

/** Runs stages over documents that are at hand. `joined`: what stages that join read, by collection. */
export function computeStages(
  documents: Document[],
  stages: readonly Document[],
  joined: ReadonlyMap<string, Document[]> = new Map<string, Document[]>(),
): Document[] {
  try {
    const collectionResolver = (name: string): Document[] => joined.get(name) ?? [];
    const aggregator = new Aggregator([...stages], { context: aggregateContext, scriptEnabled: false, collectionResolver });
    const results: readonly unknown[] = aggregator.run(documents);
    return results.filter(isDocument);
  } catch (thrown) {
    if (isCloudFault(thrown)) throw thrown;
    throw cloudFault('DATABASE_REQUEST_FAILED', thrown instanceof Error ? thrown.message : String(thrown));
  }
}

/** Puts in place of a stage that is other stages in short what it stands for, also inside the pipelines of other stages. */
function rewriteStage(stage: Document): readonly Document[] {
  if ('$bucket' in stage) return rewriteBucket(stage['$bucket']);
  const lookup = stage['$lookup'];
  if (!isDocument(lookup) || !Array.isArray(lookup['pipeline'])) return [stage];
  return [{ $lookup: { ...lookup, pipeline: lookup['pipeline'].filter(isDocument).flatMap(rewriteStage) } }];
}

interface Front {
  readonly request: { readonly filter: Document; readonly sort?: ReturnType<typeof readSort>; readonly limit?: number };
  readonly rest: readonly Document[];
}

/** What the planner can serve of a pipeline's beginning, and what is left. */
function splitFront(stages: readonly Document[]): Front {
  const filters: Document[] = [];
  let at = 0;
  for (; at < stages.length; at += 1) {
    const match = stages[at]?.['$match'];
    if (!isDocument(match)) break;
    refuseNear(match);
    filters.push(match);
  }
  const [only = {}] = filters;
  const filter = filters.length > 1 ? { $and: filters } : only;
  const sort = readSort(stages[at]?.['$sort']);
  if (sort.length > 0) at += 1;
  const cut = limitOf(stages[at]);
  return { request: { filter, ...(sort.length > 0 ? { sort } : {}), ...cut }, rest: stages.slice('limit' in cut ? at + 1 : at) };
}

function limitOf(stage: Document | undefined): { readonly limit?: number } {
  const limit = stage?.['$limit'];
  return typeof limit === 'number' && Number.isInteger(limit) && limit > 0 ? { limit } : {};
}

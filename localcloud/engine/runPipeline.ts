import { Aggregator, Context } from 'mingo';
import type { Iterator } from 'mingo/lazy';
import { cloudFault } from '../cloudFault';
import { collectionOf, type EngineCore } from './core';
import type { CollectionInfo } from './catalog';
import { isDocument, type Document } from './document';
import { findDocuments } from './findDocuments';
import { makeMatcher } from './makeMatcher';
import { readSort } from './planQuery';

/** What the engine does better than mingo: `$match` means the same in a pipeline as in a query. */
const context = Context.init({
  pipeline: {
    $match(...[documents, filter]: [Iterator, unknown, unknown]) {
      if (!isDocument(filter)) throw cloudFault('DATABASE_REQUEST_FAILED', 'the match filter must be an expression in an object');
      const matches = makeMatcher(filter);
      return documents.filter((document) => isDocument(document) && matches(document));
    },
  },
});

/**
 * Runs an aggregation. A `$match` (and a `$sort`) at the front is served by the query planner, the rest by mingo.
 * Refuses a pipeline mingo cannot read, with its sentence.
 */
export async function runPipeline(core: EngineCore, collection: CollectionInfo, stages: readonly Document[]): Promise<Document[]> {
  const { filter, rest } = splitFront(stages);
  const others = await readOthers(core, rest);
  const sortStage = rest[0]?.['$sort'];
  const limitStage = rest[1]?.['$limit'];
  const sort = isDocument(sortStage) && !('$meta' in sortStage) ? readSort(sortStage) : [];
  const limit = sort.length > 0 && typeof limitStage === 'number' ? limitStage : undefined;
  const found = await findDocuments(core, collection, { filter, sort, ...(limit === undefined ? {} : { limit }) });
  const remaining = sort.length > 0 ? rest.slice(1) : rest;
  const documents = found.map((item) => item.document);
  if (remaining.length === 0) return documents;
  try {
    const aggregator = new Aggregator([...remaining], { context, collectionResolver: (name) => others.get(name) ?? [] });
    const results: readonly unknown[] = aggregator.run(documents);
    return results.filter(isDocument);
  } catch (thrown) {
    throw cloudFault('DATABASE_REQUEST_FAILED', thrown instanceof Error ? thrown.message : String(thrown));
  }
}

function splitFront(stages: readonly Document[]): { filter: Document; rest: readonly Document[] } {
  const filters: Document[] = [];
  let at = 0;
  for (; at < stages.length; at += 1) {
    const match = stages[at]?.['$match'];
    if (!isDocument(match)) break;
    filters.push(match);
  }
  return { filter: filters.length === 1 ? (filters[0] ?? {}) : filters.length === 0 ? {} : { $and: filters }, rest: stages.slice(at) };
}

/** Reads the collections that `$lookup` and its like join, at any depth of the pipeline. */
async function readOthers(core: EngineCore, stages: readonly Document[]): Promise<Map<string, Document[]>> {
  const names = new Set<string>();
  collectNames(stages, names);
  const others = new Map<string, Document[]>();
  for (const name of names) {
    const found = await findDocuments(core, collectionOf(core, name), { filter: {} });
    others.set(
      name,
      found.map((item) => item.document),
    );
  }
  return others;
}

function collectNames(value: unknown, names: Set<string>): void {
  if (Array.isArray(value)) {
    for (const item of value) collectNames(item, names);
    return;
  }
  if (!isDocument(value)) return;
  for (const key of ['$lookup', '$graphLookup', '$unionWith']) {
    const stage = value[key];
    const name = typeof stage === 'string' ? stage : isDocument(stage) ? (stage['from'] ?? stage['coll']) : undefined;
    if (typeof name === 'string') names.add(name);
  }
  for (const inner of Object.values(value)) collectNames(inner, names);
}

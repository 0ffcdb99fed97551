import type { CollectionInfo, StoredDocument } from './catalog';
import { collectionRange } from './candidates';
import type { EngineCore } from './core';
import type { Document } from './document';
import { eachCandidate } from './eachCandidate';
import { findNear } from './geo/findNear';
import { makeMatcher } from './makeMatcher';
import { parseDocument } from './parseText';
import { planQuery, type QueryPlan, type SortOrder } from './planQuery';
import { sortDocuments } from './sortDocuments';

/** A document found: its place in insertion order, its text and its content. */
export interface FoundDocument extends StoredDocument {
  readonly document: Document;
}

/** What to find: a filter, an order, and how many to pass over and give. Absent limit: all. */
export interface FindRequest {
  readonly filter: Document;
  readonly sort?: SortOrder;
  readonly skip?: number;
  readonly limit?: number;
}

/**
 * Finds documents. Sees everything decided before the call: a read by `_id` at once, any other after it has reached the disk.
 * All are of one moment, although a long search lets others in between.
 * Without an order, documents come in the order of their insertion, as MongoDB's do.
 */
export async function findDocuments(core: EngineCore, collection: CollectionInfo, request: FindRequest): Promise<FoundDocument[]> {
  const sort = request.sort ?? [];
  const plan = planQuery(collection.indexes, request.filter, sort);
  const matches = makeMatcher(request.filter);
  if (plan.kind !== 'ids') await core.journal.settled(collection.number);
  const wanted = request.limit === undefined ? Infinity : (request.skip ?? 0) + request.limit;
  if (plan.kind === 'near' && sort.length === 0)
    return (await findNear(core, { collection, plan }, matches, wanted)).slice(request.skip ?? 0);
  // Candidates that come in the order asked for can be left off when there are enough.
  const inOrder = plan.kind === 'scan' ? sort.length === 0 && wanted < Infinity : sorted(plan);
  const found: FoundDocument[] = [];
  await eachCandidate(core, { collection, plan, all: wanted === Infinity }, (stored) => {
    const document = parseDocument(stored.text);
    if (matches(document)) found.push({ record: stored.record, text: stored.text, document });
    return !(inOrder && found.length >= wanted);
  });
  const ordered = inOrder ? found : reorder(found, sort);
  return ordered.slice(request.skip ?? 0, wanted === Infinity ? undefined : wanted);
}

function sorted(plan: QueryPlan): boolean {
  return (plan.kind === 'index' || plan.kind === 'idRange') && plan.sorted;
}

function reorder(found: FoundDocument[], sort: SortOrder): FoundDocument[] {
  found.sort((left, right) => left.record - right.record);
  return sort.length === 0 ? found : sortDocuments(found, sort, (item) => item.document);
}

/** Counts documents that match. */
export async function countDocuments(core: EngineCore, collection: CollectionInfo, filter: Document): Promise<number> {
  const plan = planQuery(collection.indexes, filter, []);
  if (plan.kind !== 'ids') await core.journal.settled(collection.number);
  if (Object.keys(filter).length === 0) return core.store.documents.getKeysCount(collectionRange(collection));
  const matches = makeMatcher(filter);
  let count = 0;
  await eachCandidate(core, { collection, plan, all: true }, (stored) => {
    if (matches(parseDocument(stored.text))) count += 1;
    return true;
  });
  return count;
}

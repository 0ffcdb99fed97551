import { documentKey, numberedKey, readStored, type CollectionInfo, type StoredDocument } from './catalog';
import { currentDocument, type EngineCore } from './core';
import { compareValues } from './compareValues';
import type { Document } from './document';
import { makeMatcher } from './makeMatcher';
import { parseDocument } from './parseText';
import { planQuery, type QueryPlan, type RowRange, type SortOrder } from './planQuery';
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
 * Without an order, documents come in the order of their insertion, as MongoDB's do.
 */
export async function findDocuments(core: EngineCore, collection: CollectionInfo, request: FindRequest): Promise<FoundDocument[]> {
  const sort = request.sort ?? [];
  const plan = planQuery(collection.indexes, request.filter, sort);
  const matches = makeMatcher(request.filter);
  if (plan.kind !== 'ids') await core.journal.settled(collection.number);
  const wanted = request.limit === undefined ? Infinity : (request.skip ?? 0) + request.limit;
  const found: FoundDocument[] = [];
  const inOrder = plan.kind === 'scan' ? sort.length === 0 : sorted(plan);
  for (const stored of candidates(core, collection, plan, wanted === Infinity)) {
    const document = parseDocument(stored.text);
    if (!matches(document)) continue;
    found.push({ record: stored.record, text: stored.text, document });
    if (inOrder && found.length >= wanted) break;
  }
  const ordered = inOrder && !(plan.kind === 'scan' && wanted === Infinity) ? found : reorder(found, sort);
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
  for (const stored of candidates(core, collection, plan, true)) if (matches(parseDocument(stored.text))) count += 1;
  return count;
}

/** The stretch of the documents' table that belongs to a collection. */
export function collectionRange(collection: CollectionInfo): { start: Buffer; end: Buffer } {
  return { start: numberedKey(collection.number, Buffer.alloc(0)), end: numberedKey(collection.number + 1, Buffer.alloc(0)) };
}

function* candidates(core: EngineCore, collection: CollectionInfo, plan: QueryPlan, all: boolean): Generator<StoredDocument> {
  switch (plan.kind) {
    case 'ids':
      yield* byIds(core, collection, plan.ids);
      return;
    case 'idRange':
      for (const { value } of core.store.documents.getRange(rangeOptions(collection.number, plan.range, plan.backwards))) {
        yield readStored(value);
      }
      return;
    case 'index':
      yield* byIndex(core, plan);
      return;
    case 'scan':
      // Reading by key is cheaper than by insertion order; when all are wanted they are put in order afterwards.
      if (all) for (const { value } of core.store.documents.getRange(collectionRange(collection))) yield readStored(value);
      else for (const { value } of core.store.order.getRange(collectionRange(collection))) yield* byKey(core, value);
  }
}

function* byIds(core: EngineCore, collection: CollectionInfo, ids: readonly unknown[]): Generator<StoredDocument> {
  const given: unknown[] = [];
  for (const id of ids) {
    if (id === undefined || id === null || given.some((other) => compareValues(other, id) === 0)) continue;
    given.push(id);
    const stored = currentDocument(core, documentKey(collection, id));
    if (stored !== null) yield stored;
  }
}

function* byIndex(core: EngineCore, plan: Extract<QueryPlan, { kind: 'index' }>): Generator<StoredDocument> {
  const seen = plan.index.multikey ? new Set<string>() : undefined;
  for (const range of plan.ranges) {
    for (const { value } of core.store.rows.getRange(rangeOptions(plan.index.number, range, plan.backwards))) {
      if (seen !== undefined) {
        const name = value.toString('latin1');
        if (seen.has(name)) continue;
        seen.add(name);
      }
      yield* byKey(core, value);
    }
  }
}

function* byKey(core: EngineCore, key: Buffer): Generator<StoredDocument> {
  const value = core.store.documents.get(key);
  if (value !== undefined) yield readStored(value);
}

function rangeOptions(number: number, range: RowRange, backwards: boolean): { start: Buffer; end: Buffer; reverse?: true } {
  const from = numberedKey(number, range.from);
  const to = numberedKey(number, range.to);
  // Read backwards, a range begins below `to` (excluded, and never itself a row) and ends with `from` included: one byte before it.
  return backwards ? { start: to, end: justBefore(from), reverse: true } : { start: from, end: to };
}

function justBefore(key: Buffer): Buffer {
  const last = key.length - 1;
  if (key[last] === 0) return key.subarray(0, last);
  const before = Buffer.concat([key, Buffer.from([255, 255, 255])]);
  before[last] = (key[last] ?? 1) - 1;
  return before;
}

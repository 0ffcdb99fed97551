import type { Transaction } from 'lmdb';
import { compareValues } from './compareValues';
import { documentKey, numberedKey, readStored, type CollectionInfo, type StoredDocument } from './catalog';
import { currentDocument, type EngineCore } from './core';
import { outwards, type NearPlan } from './geo/planGeo';
import type { QueryPlan, RowRange } from './planQuery';

/** The stretch of the documents' table that belongs to a collection. */
export function collectionRange(collection: CollectionInfo): { start: Buffer; end: Buffer } {
  return { start: numberedKey(collection.number, Buffer.alloc(0)), end: numberedKey(collection.number + 1, Buffer.alloc(0)) };
}

/** A search: how to find its candidates, and whether none of them will be left off. */
export interface Search {
  readonly collection: CollectionInfo;
  readonly plan: QueryPlan;
  readonly all: boolean;
}

/** A document a plan leads to. `shownTo`: of a search outwards, how far (radians) everything has been shown before it. */
export interface Candidate extends StoredDocument {
  readonly shownTo?: number;
}

/** The documents a plan leads to, each to be checked by the matcher; as of `snapshot`, if there is one. */
export function* candidates(core: EngineCore, { collection, plan, all }: Search, snapshot?: Snapshot): Generator<Candidate> {
  const as = snapshot === undefined ? {} : { transaction: snapshot };
  switch (plan.kind) {
    case 'ids':
      yield* byIds(core, collection, plan.ids);
      return;
    case 'idRange':
      for (const { value } of core.store.documents.getRange({ ...rangeOptions(collection.number, plan.range, plan.backwards), ...as })) {
        yield readStored(value);
      }
      return;
    case 'index':
      yield* byIndex(core, plan, as);
      return;
    case 'near':
      yield* byPlace(core, plan, as);
      return;
    case 'scan':
      // Reading by key is cheaper than by insertion order; when all are wanted they are put in order afterwards.
      if (all) for (const { value } of core.store.documents.getRange({ ...collectionRange(collection), ...as })) yield readStored(value);
      else for (const { value } of core.store.order.getRange({ ...collectionRange(collection), ...as })) yield* byKey(core, value, as);
  }
}

/** A view of the store at one moment. */
type Snapshot = Transaction;

/** The options that make a read see a snapshot, if there is one. */
interface As {
  readonly transaction?: Snapshot;
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

function* byIndex(core: EngineCore, plan: Extract<QueryPlan, { kind: 'index' }>, as: As): Generator<StoredDocument> {
  const seen = plan.index.multikey ? new Set<string>() : undefined;
  for (const range of plan.ranges) {
    for (const { value } of core.store.rows.getRange({ ...rangeOptions(plan.index.number, range, plan.backwards), ...as })) {
      if (seen !== undefined) {
        const name = value.toString('latin1');
        if (seen.has(name)) continue;
        seen.add(name);
      }
      yield* byKey(core, value, as);
    }
  }
}

function* byPlace(core: EngineCore, plan: NearPlan, as: As): Generator<Candidate> {
  const seen = new Set<string>();
  for (const { shownTo, ranges } of outwards(plan.near, plan.prefixes)) {
    for (const range of ranges) {
      for (const { value } of core.store.rows.getRange({ ...rangeOptions(plan.index.number, range, false), ...as })) {
        const name = value.toString('latin1');
        if (seen.has(name)) continue;
        seen.add(name);
        for (const stored of byKey(core, value, as)) yield { ...stored, shownTo };
      }
    }
  }
}

function* byKey(core: EngineCore, key: Buffer, as: As): Generator<StoredDocument> {
  const value = core.store.documents.get(key, as);
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

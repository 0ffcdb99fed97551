import { cloudFault } from '../cloudFault';
import { numberedKey, uniqueTag, writeStored, type CollectionInfo } from './catalog';
import type { DocumentChange, EngineCore } from './core';
import type { Document } from './document';
import { indexRows, type IndexInfo } from './indexRows';
import type { RowWrite } from './openStore';
import { parseDocument } from './parseText';
import { pathValues } from './pathValues';
import { printText } from './printText';

/** The rows of unique indexes a document would hold: what two writers must not both take. */
export function uniqueTags(collection: CollectionInfo, document: Document): readonly string[] {
  return collection.indexes
    .filter((index) => index.unique)
    .flatMap((index) => indexRows(index, document).map((row) => uniqueTag(numberedKey(index.number, row))));
}

/**
 * Decides a set of changes together: checks unique indexes, remembers the past for open snapshots and hands the rows to the journal.
 * Runs without a pause, so nothing can come between check and decision. Resolves when all of it is on disk.
 * Refuses a duplicate of a unique index (nothing is then decided).
 */
export function commitChanges(core: EngineCore, changes: readonly DocumentChange[]): Promise<void> {
  const rows: RowWrite[] = [];
  const tags = new Map<string, string | null>();
  const collections = new Set<number>();
  const past: { tag: string; before: string | null }[] = [];
  const deltas = changes.map((change) => indexDeltas(rows, change));
  for (const [at, change] of changes.entries()) addRemovals(rows, tags, change, deltas[at] ?? []);
  for (const [at, change] of changes.entries()) {
    const record = change.before?.record ?? change.collection.nextRecord;
    if (change.before === null && change.after !== null) change.collection.nextRecord += 1;
    addDocument(rows, tags, change, record);
    addAdditions(core, rows, tags, change, deltas[at] ?? [], record);
    past.push({ tag: change.tag, before: change.before === null ? null : writeStored(change.before) });
    collections.add(change.collection.number);
  }
  core.history.commit(past);
  return core.journal.append({ rows, tags, collections: [...collections] });
}

function addDocument(rows: RowWrite[], tags: Map<string, string | null>, change: DocumentChange, record: number): void {
  const order = numberedKey(change.collection.number, Buffer.alloc(0), record);
  if (change.after === null) {
    rows.push({ table: 'documents', key: change.key, value: null });
    if (change.before !== null) rows.push({ table: 'order', key: order, value: null });
    tags.set(change.tag, null);
    return;
  }
  const value = writeStored({ record, text: change.afterText ?? printText(change.after) });
  rows.push({ table: 'documents', key: change.key, value });
  if (change.before === null) rows.push({ table: 'order', key: order, value: change.key });
  tags.set(change.tag, value);
}

/** What one document's change means for one index. */
interface IndexDelta {
  readonly index: IndexInfo;
  readonly removed: readonly Buffer[];
  readonly added: readonly Buffer[];
}

function indexDeltas(rows: RowWrite[], change: DocumentChange): readonly IndexDelta[] {
  if (change.collection.indexes.length === 0) return [];
  const before = change.before === null ? null : parseDocument(change.before.text);
  return change.collection.indexes.map((index) => {
    const wasMultikey = index.multikey;
    const old = before === null ? [] : indexRows(index, before);
    const next = change.after === null ? [] : indexRows(index, change.after);
    if (index.multikey && !wasMultikey) rows.push({ table: 'meta', key: multikeyMark(index), value: '1' });
    return { index, removed: old.filter((row) => !holds(next, row)), added: next.filter((row) => !holds(old, row)) };
  });
}

function holds(rows: readonly Buffer[], row: Buffer): boolean {
  return rows.some((other) => other.equals(row));
}

/** The name under which the store remembers that an index has seen a list. */
export function multikeyMark(index: IndexInfo): string {
  return `multikey:${index.number}`;
}

/** Removals come first, so that one document of a transaction may take over what another gives up. */
function addRemovals(rows: RowWrite[], tags: Map<string, string | null>, change: DocumentChange, deltas: readonly IndexDelta[]): void {
  for (const { index, removed } of deltas) {
    for (const row of removed) {
      const key = rowKey(index, row, change.before?.record ?? 0);
      rows.push({ table: 'rows', key, value: null });
      if (index.unique) tags.set(uniqueTag(key), null);
    }
  }
}

function addAdditions(
  core: EngineCore,
  rows: RowWrite[],
  tags: Map<string, string | null>,
  change: DocumentChange,
  deltas: readonly IndexDelta[],
  record: number,
): void {
  const owner = change.key.toString('latin1');
  for (const { index, added } of deltas) {
    for (const row of added) {
      const key = rowKey(index, row, record);
      if (index.unique) {
        const holder = holderOf(core, tags, key);
        if (holder !== null && holder !== owner) throw duplicateKey(core, change.collection, index, change.after ?? {});
        tags.set(uniqueTag(key), owner);
      }
      rows.push({ table: 'rows', key, value: change.key });
    }
  }
}

function rowKey(index: IndexInfo, row: Buffer, record: number): Buffer {
  return numberedKey(index.number, row, index.unique ? undefined : record);
}

/** Who holds a row of a unique index (the document's key as text), counting what this set of changes does to it. */
function holderOf(core: EngineCore, tags: ReadonlyMap<string, string | null>, key: Buffer): string | null {
  const tag = uniqueTag(key);
  const own = tags.get(tag);
  if (own !== undefined) return own;
  const pending = core.journal.pending(tag);
  if (pending !== undefined) return pending;
  return core.store.rows.get(key)?.toString('latin1') ?? null;
}

/** Checks a document against unique indexes as decided so far, for a transaction that must hear of a duplicate at its operation. */
export function checkUnique(
  core: EngineCore,
  change: Pick<DocumentChange, 'collection' | 'key'>,
  after: Document,
  own: ReadonlyMap<string, string | null>,
): void {
  const owner = change.key.toString('latin1');
  for (const index of change.collection.indexes) {
    if (!index.unique) continue;
    for (const row of indexRows(index, after)) {
      const holder = holderOf(core, own, numberedKey(index.number, row));
      if (holder !== null && holder !== owner) throw duplicateKey(core, change.collection, index, after);
    }
  }
}

function duplicateKey(core: EngineCore, collection: CollectionInfo, index: IndexInfo, document: Document): Error {
  const values = index.fields.map((field) => `${field.path}: ${printText(pathValues(document, field.path).values[0] ?? null)}`);
  return duplicateFault(core, collection, index.name, values.join(', '));
}

/** MongoDB's duplicate-key sentence, by which alone the platform tells a duplicate. */
export function duplicateFault(core: EngineCore, collection: CollectionInfo, indexName: string, values: string): Error {
  const place = `${core.databaseName}.${collection.name}`;
  return cloudFault(
    'DATABASE_REQUEST_FAILED',
    `E11000 duplicate key error collection: ${place} index: ${indexName} dup key: { ${values} }`,
  );
}

/** The duplicate-key error of a document's own `_id`. */
export function duplicateId(core: EngineCore, collection: CollectionInfo, id: unknown): Error {
  return duplicateFault(core, collection, '_id_', `_id: ${printText(id)}`);
}

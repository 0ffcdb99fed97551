import { applyUpdate } from './applyUpdate';
import { documentKey, documentTag, idOf, numberedKey, readStored, uniqueTag, type CollectionInfo, type StoredDocument } from './catalog';
import { checkUnique, duplicateId, uniqueTags } from './commitChanges';
import { currentDocument, type DocumentChange, type EngineCore } from './core';
import { transactionConflict, type LockOwner } from './createLocks';
import type { Document, DocumentId } from './document';
import { indexRows } from './indexRows';
import { parseDocument } from './parseText';
import { printText } from './printText';
import type { WriteResult } from './writeDocuments';

/** An open transaction: its locks, what it has changed so far, and its snapshot once it has begun. */
export interface Transaction {
  readonly id: string;
  readonly owner: string | undefined;
  readonly locks: LockOwner;
  readonly changes: Map<string, DocumentChange>;
  readonly unique: Map<string, string | null>;
  readonly timer: NodeJS.Timeout;
  snapshot: number | undefined;
}

/** The document as the transaction sees it: its own change, else its snapshot (eager) or the latest under its lock (pessimistic). */
function visible(core: EngineCore, transaction: Transaction, key: Buffer, tag: string): StoredDocument | null {
  if (core.mode === 'eager') {
    transaction.snapshot ??= core.history.begin();
    const past = core.history.at(tag, transaction.snapshot);
    if (past !== undefined) return past.value === null ? null : readStored(past.value);
  }
  return currentDocument(core, key, tag);
}

/** Reads a document by id; `null` when it is absent. */
export async function readIn(
  core: EngineCore,
  transaction: Transaction,
  collection: CollectionInfo,
  id: DocumentId,
): Promise<string | null> {
  const key = documentKey(collection, id);
  const tag = documentTag(key);
  const own = transaction.changes.get(tag);
  if (own !== undefined) return own.after === null ? null : (own.afterText ?? printText(own.after));
  if (core.mode === 'pessimistic') await core.locks.acquire(tag, transaction.locks);
  return visible(core, transaction, key, tag)?.text ?? null;
}

/** Stands for a document nobody looks into. */
const unread: Document = {};

/**
 * Takes a document for writing and gives its change so far, beginning with "as it is".
 * @param wanted whether the caller looks into the document
 */
async function takeDocument(
  core: EngineCore,
  transaction: Transaction,
  collection: CollectionInfo,
  id: DocumentId,
  wanted = false,
): Promise<DocumentChange> {
  const key = documentKey(collection, id);
  const tag = documentTag(key);
  const own = transaction.changes.get(tag);
  if (own !== undefined) return own;
  await takeTag(core, transaction, tag);
  const again = transaction.changes.get(tag);
  if (again !== undefined) return again;
  const before = visible(core, transaction, key, tag);
  if (transaction.snapshot !== undefined && core.history.changedSince(tag, transaction.snapshot)) throw transactionConflict();
  if (before === null) return { collection, key, tag, before, after: null };
  const after = wanted || hasUnique(collection) ? parseDocument(before.text) : unread;
  return { collection, key, tag, before, after, afterText: before.text };
}

async function takeTag(core: EngineCore, transaction: Transaction, tag: string): Promise<void> {
  if (core.mode === 'pessimistic') await core.locks.acquire(tag, transaction.locks);
  else {
    transaction.snapshot ??= core.history.begin();
    core.locks.take(tag, transaction.locks);
  }
}

function hasUnique(collection: CollectionInfo): boolean {
  return collection.indexes.some((index) => index.unique);
}

/** Puts a document's new content into the transaction. `change` is as it was before, its `after` too. */
async function put(
  core: EngineCore,
  transaction: Transaction,
  change: DocumentChange,
  after: Document | null,
  afterText?: string,
): Promise<void> {
  if (after !== null && hasUnique(change.collection)) {
    for (const tag of uniqueTags(change.collection, after)) await takeTag(core, transaction, tag);
    checkUnique(core, change, after, transaction.unique);
  }
  noteUnique(transaction, change, after);
  transaction.changes.set(
    change.tag,
    after === null ? { ...change, after } : { ...change, after, afterText: afterText ?? printText(after) },
  );
}

function noteUnique(transaction: Transaction, change: DocumentChange, after: Document | null): void {
  for (const index of change.collection.indexes) {
    if (!index.unique) continue;
    if (change.after !== null) {
      for (const row of indexRows(index, change.after)) transaction.unique.set(uniqueTag(numberedKey(index.number, row)), null);
    }
    if (after !== null) {
      for (const row of indexRows(index, after)) {
        transaction.unique.set(uniqueTag(numberedKey(index.number, row)), change.key.toString('latin1'));
      }
    }
  }
}

/** Adds documents. Refuses an `_id` that is taken, and a conflict. */
export async function insertIn(
  core: EngineCore,
  transaction: Transaction,
  collection: CollectionInfo,
  documents: readonly Document[],
): Promise<void> {
  for (const document of documents) {
    const change = await takeDocument(core, transaction, collection, idOf(document));
    if (change.after !== null) throw duplicateId(core, collection, document['_id']);
    await put(core, transaction, change, document);
  }
}

/** Updates one document by id. */
export async function updateIn(
  core: EngineCore,
  transaction: Transaction,
  collection: CollectionInfo,
  id: DocumentId,
  update: Document,
  nowMs: number,
): Promise<WriteResult> {
  const change = await takeDocument(core, transaction, collection, id, true);
  if (change.after === null) return { updated: 0 };
  const before = change.afterText ?? printText(change.after);
  // What unique indexes hold of the old content is needed after the update; otherwise nobody else sees it.
  const after = hasUnique(collection) ? parseDocument(before) : change.after;
  applyUpdate(after, update, { filter: { _id: id }, nowMs });
  const text = printText(after);
  await put(core, transaction, change, after, text);
  return { updated: text === before ? 0 : 1, document: after };
}

/** Puts a whole document in the place of another, or adds it. */
export async function replaceIn(
  core: EngineCore,
  transaction: Transaction,
  collection: CollectionInfo,
  id: DocumentId,
  content: Document,
): Promise<WriteResult> {
  const change = await takeDocument(core, transaction, collection, id);
  await put(core, transaction, change, { _id: id, ...content });
  return change.after === null ? { updated: 0, upsertId: id } : { updated: 1 };
}

/** Removes one document by id and says how many went. */
export async function removeIn(core: EngineCore, transaction: Transaction, collection: CollectionInfo, id: DocumentId): Promise<number> {
  const change = await takeDocument(core, transaction, collection, id);
  if (change.after === null) return 0;
  await put(core, transaction, change, null);
  return 1;
}

import { randomBytes } from 'node:crypto';
import { cloudFault, type CloudFault } from '../cloudFault';
import { applyUpdate } from './applyUpdate';
import { documentKey, documentTag, idOf, readStored, uniqueTag, numberedKey, type CollectionInfo, type StoredDocument } from './catalog';
import { checkUnique, commitChanges, duplicateId, uniqueTags } from './commitChanges';
import { currentDocument, type DocumentChange, type EngineCore } from './core';
import { transactionConflict, type LockOwner } from './createLocks';
import type { Document, DocumentId } from './document';
import { indexRows } from './indexRows';
import { parseDocument } from './parseText';
import { printText } from './printText';
import type { WriteResult } from './writeDocuments';

/** How long a transaction may stay open. Source: CloudBase ends transactions after about 30 s. */
export const transactionMaxMs = 30_000;

/** Transactions by id: begun, used by document id only, committed or given up. Every refusal inside one ends it. */
export interface Transactions {
  /** Begins one. `owner` names who uses it, so that it ends with its user. */
  start(owner?: string): string;
  read(id: string, collection: CollectionInfo, documentId: DocumentId): Promise<string | null>;
  insert(id: string, collection: CollectionInfo, documents: readonly Document[]): Promise<void>;
  update(id: string, collection: CollectionInfo, documentId: DocumentId, update: Document, nowMs: number): Promise<WriteResult>;
  replace(id: string, collection: CollectionInfo, documentId: DocumentId, content: Document): Promise<WriteResult>;
  remove(id: string, collection: CollectionInfo, documentId: DocumentId): Promise<number>;
  commit(id: string): Promise<void>;
  abort(id: string): void;
  /** Gives up every transaction of an owner that is gone. */
  abortOwned(owner: string): void;
  abortAll(): void;
}

interface Transaction {
  readonly id: string;
  readonly owner: string | undefined;
  readonly locks: LockOwner;
  readonly changes: Map<string, DocumentChange>;
  readonly unique: Map<string, string | null>;
  readonly timer: NodeJS.Timeout;
  snapshot: number | undefined;
}

/** Makes the transactions of an engine. */
export function openTransactions(core: EngineCore): Transactions {
  const open = new Map<string, Transaction>();
  const end = (transaction: Transaction): void => {
    clearTimeout(transaction.timer);
    open.delete(transaction.id);
    core.locks.release(transaction.locks);
    if (transaction.snapshot !== undefined) core.history.end(transaction.snapshot);
  };
  const using = async <T>(id: string, work: (transaction: Transaction) => Promise<T>): Promise<T> => {
    const transaction = open.get(id);
    if (transaction === undefined) throw noSuchTransaction();
    try {
      return await work(transaction);
    } catch (thrown) {
      if (open.has(id)) end(transaction);
      throw thrown;
    }
  };
  const abortWhere = (wanted: (transaction: Transaction) => boolean): void => {
    for (const transaction of [...open.values()]) if (wanted(transaction)) end(transaction);
  };
  return {
    start(owner) {
      const id = randomBytes(16).toString('hex');
      const timer = setTimeout(() => abortWhere((one) => one.id === id), transactionMaxMs).unref();
      open.set(id, {
        id,
        owner,
        timer,
        locks: { held: new Set(), waitingFor: new Set() },
        changes: new Map(),
        unique: new Map(),
        snapshot: undefined,
      });
      return id;
    },
    read: (id, collection, documentId) => using(id, (transaction) => readIn(core, transaction, collection, documentId)),
    insert: (id, collection, documents) => using(id, (transaction) => insertIn(core, transaction, collection, documents)),
    update: (id, collection, documentId, update, nowMs) =>
      using(id, (transaction) => updateIn(core, transaction, collection, documentId, update, nowMs)),
    replace: (id, collection, documentId, content) =>
      using(id, (transaction) => replaceIn(core, transaction, collection, documentId, content)),
    remove: (id, collection, documentId) => using(id, (transaction) => removeIn(core, transaction, collection, documentId)),
    commit: (id) => using(id, (transaction) => commit(core, transaction, end)),
    abort(id) {
      const transaction = open.get(id);
      if (transaction !== undefined) end(transaction);
    },
    abortOwned: (owner) => abortWhere((transaction) => transaction.owner === owner),
    abortAll: () => abortWhere(() => true),
  };
}

/** The answer to a transaction that ended, was ended, or never was. Source of the text: public reports of CloudBase's answer. */
function noSuchTransaction(): CloudFault {
  return cloudFault(
    'DATABASE_TRANSACTION_NOT_EXIST',
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds.',
  );
}

/** Locks go when the outcome is decided, not when it is on disk: later writers stand behind it in the same journal. */
async function commit(core: EngineCore, transaction: Transaction, end: (transaction: Transaction) => void): Promise<void> {
  const changes = [...transaction.changes.values()].filter((change) => change.before !== null || change.after !== null);
  const written = changes.length === 0 ? Promise.resolve() : commitChanges(core, changes);
  end(transaction);
  await written;
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

async function readIn(core: EngineCore, transaction: Transaction, collection: CollectionInfo, id: DocumentId): Promise<string | null> {
  const key = documentKey(collection, id);
  const tag = documentTag(key);
  const own = transaction.changes.get(tag);
  if (own !== undefined) return own.after === null ? null : printText(own.after);
  if (core.mode === 'pessimistic') await core.locks.acquire(tag, transaction.locks);
  return visible(core, transaction, key, tag)?.text ?? null;
}

/** Takes a document for writing and gives its change so far, beginning with "as it is". */
async function takeDocument(
  core: EngineCore,
  transaction: Transaction,
  collection: CollectionInfo,
  id: DocumentId,
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
  return { collection, key, tag, before, after: before === null ? null : parseDocument(before.text) };
}

async function takeTag(core: EngineCore, transaction: Transaction, tag: string): Promise<void> {
  if (core.mode === 'pessimistic') await core.locks.acquire(tag, transaction.locks);
  else {
    transaction.snapshot ??= core.history.begin();
    core.locks.take(tag, transaction.locks);
  }
}

async function put(core: EngineCore, transaction: Transaction, change: DocumentChange, after: Document | null): Promise<void> {
  if (after !== null && change.collection.indexes.some((index) => index.unique)) {
    for (const tag of uniqueTags(change.collection, after)) await takeTag(core, transaction, tag);
    checkUnique(core, change, after, transaction.unique);
  }
  noteUnique(transaction, change, after);
  transaction.changes.set(change.tag, { ...change, after });
}

function noteUnique(transaction: Transaction, change: DocumentChange, after: Document | null): void {
  for (const index of change.collection.indexes) {
    if (!index.unique) continue;
    if (change.after !== null)
      for (const row of indexRows(index, change.after)) transaction.unique.set(uniqueTag(numberedKey(index.number, row)), null);
    if (after !== null)
      for (const row of indexRows(index, after))
        transaction.unique.set(uniqueTag(numberedKey(index.number, row)), change.key.toString('latin1'));
  }
}

async function insertIn(
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

async function updateIn(
  core: EngineCore,
  transaction: Transaction,
  collection: CollectionInfo,
  id: DocumentId,
  update: Document,
  nowMs: number,
): Promise<WriteResult> {
  const change = await takeDocument(core, transaction, collection, id);
  if (change.after === null) return { updated: 0 };
  const after = parseDocument(printText(change.after));
  applyUpdate(after, update, { filter: { _id: id }, nowMs });
  const changed = printText(after) !== printText(change.after);
  await put(core, transaction, change, after);
  return { updated: changed ? 1 : 0, document: after };
}

async function replaceIn(
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

async function removeIn(core: EngineCore, transaction: Transaction, collection: CollectionInfo, id: DocumentId): Promise<number> {
  const change = await takeDocument(core, transaction, collection, id);
  if (change.after === null) return 0;
  await put(core, transaction, change, null);
  return 1;
}

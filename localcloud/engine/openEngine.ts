import { addIndexes, dropCollection } from './alterCatalog';
import { openCatalog, addCollection, type CollectionSpec, type IndexSpec } from './openCatalog';
import { collectionOf, currentDocument, type ConflictMode, type EngineCore } from './core';
import { createHistory } from './history';
import { createLocks } from './createLocks';
import { createReaders } from './createReaders';
import { documentKey, type CollectionInfo } from './catalog';
import type { Document, DocumentId } from './document';
import { countDocuments, findDocuments, type FindRequest, type FoundDocument } from './findDocuments';
import { readAll, type FiledDocument } from './readAll';
import { openJournal } from './openJournal';
import { openStore, type Store } from './openStore';
import { openTransactions, type Transactions } from './openTransactions';
import { runPipeline } from './runPipeline';
import { insertDocuments, removeDocuments, replaceDocument, updateDocuments, type UpdateRequest, type WriteResult } from './writeDocuments';

/** What the gateway needs of a database. The embedded engine is one; a driver to a MongoDB server may be another. */
export interface Engine {
  readonly transactions: Transactions;
  collections(): readonly CollectionInfo[];
  createCollection(name: string): Promise<void>;
  /** Adds indexes to a collection, keeping those it has. */
  createIndexes(collection: string, indexes: readonly IndexSpec[]): Promise<void>;
  /** Removes a collection that was made on demand. Refuses a declared one. */
  dropCollection(name: string): Promise<void>;
  read(collection: string, id: DocumentId): Promise<string | null>;
  find(collection: string, request: FindRequest): Promise<FoundDocument[]>;
  count(collection: string, filter: Document): Promise<number>;
  /** Runs an aggregation. `most`: how many results the caller looks at. */
  aggregate(collection: string, stages: readonly Document[], most?: number): Promise<Document[]>;
  insert(collection: string, documents: readonly Document[]): Promise<void>;
  update(collection: string, request: UpdateRequest): Promise<WriteResult>;
  replace(collection: string, id: DocumentId, content: Document): Promise<WriteResult>;
  remove(collection: string, filter: Document, multi: boolean): Promise<number>;
  /** The collection by name. Refuses one that nobody declared. */
  collection(name: unknown): CollectionInfo;
  backup(folder: string): Promise<void>;
  /** All documents as of one moment; absent where the database gives no such view. */
  readAll?(): Iterable<FiledDocument>;
  close(): Promise<void>;
}

/** How to open the embedded engine. */
export interface EngineOptions {
  readonly folder: string;
  readonly collections: readonly CollectionSpec[];
  readonly mode: ConflictMode;
  readonly databaseName: string;
  /** How long a transaction may stay open, for tests that cannot wait. Absent: as long as the platform lets it. */
  readonly transactionMaxMs?: number;
  /** Wraps the store, for tests that make the disk fail. */
  readonly wrapStore?: (store: Store) => Store;
}

/** Opens the embedded engine over a folder. */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  const core = await openCore(options);
  const { store, journal, collections } = core;
  const transactions = openTransactions(core, options.transactionMaxMs);
  // What stood on writes that never reached the disk cannot go on.
  journal.onFailure(() => transactions.abortAll());
  const named = (name: string): CollectionInfo => collectionOf(core, name);
  const inTurn = createTurns();
  return {
    transactions,
    collections: () => [...collections.values()],
    createCollection: (name) => inTurn(() => addCollection(store, collections, name)),
    createIndexes: (name, indexes) => inTurn(() => addIndexes(core, named(name), indexes)),
    dropCollection: (name) => inTurn(() => dropCollection(core, named(name))),
    read: async (name, id) => currentDocument(core, documentKey(named(name), id))?.text ?? null,
    find: async (name, request) => findDocuments(core, named(name), request),
    count: async (name, filter) => countDocuments(core, named(name), filter),
    aggregate: async (name, stages) => runPipeline(core, named(name), stages),
    insert: async (name, documents) => insertDocuments(core, named(name), documents),
    update: async (name, request) => updateDocuments(core, named(name), request),
    replace: async (name, id, content) => replaceDocument(core, named(name), id, content),
    remove: async (name, filter, multi) => removeDocuments(core, named(name), filter, multi),
    collection: (name) => collectionOf(core, name),
    backup: (folder) => store.backup(folder),
    readAll: () => readAll(store, [...collections.values()]),
    async close() {
      transactions.abortAll();
      await core.readers.close();
      await journal.idle();
      await store.close();
    },
  };
}

async function openCore(options: EngineOptions): Promise<EngineCore> {
  const plain = openStore(options.folder);
  const store = options.wrapStore?.(plain) ?? plain;
  const { mode, databaseName } = options;
  const collections = await openCatalog(store, options.collections);
  const [journal, readers] = [openJournal(store), createReaders()];
  return { store, journal, locks: createLocks(), history: createHistory(), readers, collections, mode, databaseName };
}

/** The catalog is read, changed and written back: one change at a time. */
function createTurns(): (work: () => Promise<void>) => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return (work) => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
}

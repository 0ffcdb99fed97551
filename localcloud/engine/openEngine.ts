import { openCatalog, addCollection, type CollectionSpec } from './openCatalog';
import { collectionOf, currentDocument, type ConflictMode, type EngineCore } from './core';
import { createHistory } from './history';
import { createLocks } from './createLocks';
import { documentKey, type CollectionInfo } from './catalog';
import type { Document, DocumentId } from './document';
import { countDocuments, findDocuments, type FindRequest, type FoundDocument } from './findDocuments';
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
  read(collection: string, id: DocumentId): string | null;
  find(collection: string, request: FindRequest): Promise<FoundDocument[]>;
  count(collection: string, filter: Document): Promise<number>;
  aggregate(collection: string, stages: readonly Document[]): Promise<Document[]>;
  insert(collection: string, documents: readonly Document[]): Promise<void>;
  update(collection: string, request: UpdateRequest): Promise<WriteResult>;
  replace(collection: string, id: DocumentId, content: Document): Promise<WriteResult>;
  remove(collection: string, filter: Document, multi: boolean): Promise<number>;
  /** The collection by name. Refuses one that nobody declared. */
  collection(name: unknown): CollectionInfo;
  backup(folder: string): Promise<void>;
  close(): Promise<void>;
}

/** How to open the embedded engine. */
export interface EngineOptions {
  readonly folder: string;
  readonly collections: readonly CollectionSpec[];
  readonly mode: ConflictMode;
  readonly databaseName: string;
  /** Wraps the store, for tests that make the disk fail. */
  readonly wrapStore?: (store: Store) => Store;
}

/** Opens the embedded engine over a folder. */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  const plain = openStore(options.folder);
  const store = options.wrapStore?.(plain) ?? plain;
  const collections = await openCatalog(store, options.collections);
  const journal = openJournal(store);
  const core: EngineCore = {
    store,
    journal,
    locks: createLocks(),
    history: createHistory(),
    collections,
    mode: options.mode,
    databaseName: options.databaseName,
  };
  const transactions = openTransactions(core);
  // What stood on writes that never reached the disk cannot go on.
  journal.onFailure(() => transactions.abortAll());
  const named = (name: string): CollectionInfo => collectionOf(core, name);
  return {
    transactions,
    collections: () => [...collections.values()],
    createCollection: (name) => addCollection(store, collections, name),
    read: (name, id) => currentDocument(core, documentKey(named(name), id))?.text ?? null,
    find: async (name, request) => findDocuments(core, named(name), request),
    count: async (name, filter) => countDocuments(core, named(name), filter),
    aggregate: async (name, stages) => runPipeline(core, named(name), stages),
    insert: async (name, documents) => insertDocuments(core, named(name), documents),
    update: async (name, request) => updateDocuments(core, named(name), request),
    replace: async (name, id, content) => replaceDocument(core, named(name), id, content),
    remove: async (name, filter, multi) => removeDocuments(core, named(name), filter, multi),
    collection: (name) => collectionOf(core, name),
    backup: (folder) => store.backup(folder),
    async close() {
      transactions.abortAll();
      await journal.idle();
      await store.close();
    },
  };
}

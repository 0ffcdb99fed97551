import type { CollectionInfo, StoredDocument } from './catalog';
import { documentTag, noSuchCollection, readStored } from './catalog';
import type { Locks } from './createLocks';
import type { Readers } from './createReaders';
import type { Document } from './document';
import type { History } from './history';
import type { Journal } from './openJournal';
import type { Store } from './openStore';

/**
 * How transactions meet on one document. `eager`: the later writer fails at once, as on the platform. `pessimistic`: a read by id
 * inside a transaction takes the document and others wait.
 */
export type ConflictMode = 'eager' | 'pessimistic';

/** What the engine's parts share. */
export interface EngineCore {
  readonly store: Store;
  readonly journal: Journal;
  readonly locks: Locks;
  readonly history: History;
  readonly readers: Readers;
  readonly collections: Map<string, CollectionInfo>;
  readonly mode: ConflictMode;
  /** The name shown in duplicate-key errors. */
  readonly databaseName: string;
}

/** One document's change: what it was in the store and what it becomes (`null`: absent). */
export interface DocumentChange {
  readonly collection: CollectionInfo;
  readonly key: Buffer;
  readonly tag: string;
  readonly before: StoredDocument | null;
  readonly after: Document | null;
  /** The text of `after` where it is known already; of no meaning when that is `null`. */
  readonly afterText?: string;
}

/** Finds a collection by name. Refuses one that nobody declared. */
export function collectionOf(core: EngineCore, name: unknown): CollectionInfo {
  const found = typeof name === 'string' ? core.collections.get(name) : undefined;
  if (found === undefined) throw noSuchCollection(String(name));
  return found;
}

/** Reads a document as it will be once everything decided is on disk. */
export function currentDocument(core: EngineCore, key: Buffer, tag: string = documentTag(key)): StoredDocument | null {
  const pending = core.journal.pending(tag);
  const value = pending === undefined ? core.store.documents.get(key) : pending;
  return value === undefined || value === null ? null : readStored(value);
}

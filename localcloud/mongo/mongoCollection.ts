import type { Collection, Db, Filter, UpdateFilter } from 'mongodb';
import type { Document, DocumentId } from '../engine/document';
import { documentToBson } from './toBson';

/** A document as the driver sees it here: its identity, the rest may be anything. */
export interface MongoDocument {
  readonly _id: DocumentId;
  readonly [name: string]: unknown;
}

/** A collection of the server. */
export function mongoCollection(db: Db, name: string): Collection<MongoDocument> {
  return db.collection<MongoDocument>(name);
}

/** A filter as the driver takes it; it travels as it is. */
export function mongoFilter(filter: Document): Filter<MongoDocument> {
  return documentToBson(filter);
}

/** An update as the driver takes it; it travels as it is. */
export function mongoUpdate(update: Document): UpdateFilter<MongoDocument> {
  return documentToBson(update);
}

/** A document to store, as the driver takes it. */
export function mongoDocument(document: Document): MongoDocument {
  return documentToBson(document) as unknown as MongoDocument;
}

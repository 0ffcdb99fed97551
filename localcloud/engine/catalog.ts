import { cloudFault } from '../cloudFault';
import type { Document, DocumentId } from './document';
import { encodeKey } from './encodeKey';
import type { IndexInfo } from './indexRows';
import { valueRank, valueRanks } from './valueRank';

/** A collection as the engine keeps it. `nextRecord` numbers documents in the order of their insertion. */
export interface CollectionInfo {
  readonly name: string;
  readonly number: number;
  readonly indexes: IndexInfo[];
  nextRecord: number;
}

/** A document as read from the store: its place in insertion order and its text (extended JSON). */
export interface StoredDocument {
  readonly record: number;
  readonly text: string;
}

/** Longest `_id` in bytes of its encoding. Source: the store's key limit, well above CloudBase's documented 1 024 bytes. */
export const idMaxBytes = 1024;

/** The key of a document in the store. Refuses (INVALID_PARAM) identities that are empty, too long or of other types. */
export function documentKey(collection: CollectionInfo, id: unknown): Buffer {
  const encoded = encodeKey(id);
  if (encoded.length > idMaxBytes) throw cloudFault('INVALID_PARAM', `_id is longer than ${idMaxBytes} bytes`);
  const key = Buffer.allocUnsafe(encoded.length + 2);
  key.writeUInt16BE(collection.number, 0);
  encoded.copy(key, 2);
  return key;
}

/** Whether a value can be a document's identity here. */
export function isDocumentId(id: unknown): id is DocumentId {
  if (typeof id === 'string') return id.length > 0;
  return typeof id === 'number' ? Number.isFinite(id) : valueRank(id) === valueRanks.objectId;
}

/** The key of an index row or of an order row: the owner's number, then the rest. */
export function numberedKey(number: number, rest: Buffer, record?: number): Buffer {
  const key = Buffer.allocUnsafe(2 + rest.length + (record === undefined ? 0 : 8));
  key.writeUInt16BE(number, 0);
  rest.copy(key, 2);
  if (record !== undefined) key.writeDoubleBE(record, 2 + rest.length);
  return key;
}

/** The name locks, history and the journal know a document by. */
export function documentTag(key: Buffer): string {
  return `d${key.toString('latin1')}`;
}

/** The name locks and the journal know a row of a unique index by. */
export function uniqueTag(rowKey: Buffer): string {
  return `u${rowKey.toString('latin1')}`;
}

/** Reads a stored value: the record number, a space, the text. */
export function readStored(value: string): StoredDocument {
  const space = value.indexOf(' ');
  return { record: Number(value.slice(0, space)), text: value.slice(space + 1) };
}

/** Writes a stored value, see {@link readStored}. */
export function writeStored(stored: StoredDocument): string {
  return `${stored.record} ${stored.text}`;
}

/** The error for a collection nobody declared. Source of the text: CloudBase's answer to a missing collection. */
export function noSuchCollection(name: string): Error {
  return cloudFault('DATABASE_COLLECTION_NOT_EXIST', `[ResourceNotFound] Db or Table not exist: ${name}.`);
}

/** An identity as the platform names it in answers: an object id is its 24 hexadecimal digits. */
export function shownId(id: DocumentId): string | number {
  return typeof id === 'object' ? id.toHexString() : id;
}

/** The `_id` of a document. Refuses anything else (INVALID_PARAM). */
export function idOf(document: Document): DocumentId {
  const id = document['_id'];
  if (!isDocumentId(id)) throw cloudFault('INVALID_PARAM', '_id must be a non-empty string, a number or an object id');
  return id;
}

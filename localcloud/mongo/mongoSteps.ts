import type { ClientSession, Db } from 'mongodb';
import type { CollectionInfo } from '../engine/catalog';
import type { Document, DocumentId } from '../engine/document';
import type { FindRequest, FoundDocument } from '../engine/findDocuments';
import type { UpdateByIdRequest } from '../engine/openTransactions';
import { printText } from '../engine/printText';
import type { WriteResult } from '../engine/writeDocuments';
import { documentFromBson } from './fromBson';
import { mongoCollection, mongoDocument, mongoFilter, mongoUpdate } from './mongoCollection';
import { readCursor } from './readCursor';

/** Reads a document by id inside a session; `null` when it is absent. */
export async function readIn(db: Db, session: ClientSession, info: CollectionInfo, id: DocumentId): Promise<string | null> {
  const found = await mongoCollection(db, info.name).findOne({ _id: id }, { session });
  return found === null ? null : printText(documentFromBson({ ...found }));
}

/** What a filter finds inside a session. */
export function findIn(db: Db, session: ClientSession, info: CollectionInfo, request: FindRequest): Promise<FoundDocument[]> {
  const { filter, sort = [], skip = 0, limit } = request;
  const order = sort.length === 0 ? {} : { sort: new Map(sort) };
  const cut = limit === undefined ? {} : { limit };
  return readCursor(mongoCollection(db, info.name).find(mongoFilter(filter), { session, skip, ...order, ...cut }), limit);
}

/** Adds documents inside a session. */
export async function insertIn(db: Db, session: ClientSession, info: CollectionInfo, documents: readonly Document[]): Promise<void> {
  await mongoCollection(db, info.name).insertMany(documents.map(mongoDocument), { session });
}

/** Updates one document by id inside a session; its content after is read in the same snapshot, for those who look at it. */
export async function updateIn(
  db: Db,
  session: ClientSession,
  info: CollectionInfo,
  id: DocumentId,
  request: UpdateByIdRequest,
): Promise<WriteResult> {
  const collection = mongoCollection(db, info.name);
  const { modifiedCount, matchedCount } = await collection.updateOne({ _id: id }, mongoUpdate(request.update), { session });
  if (request.returning !== true || matchedCount === 0) return { updated: modifiedCount };
  const after = await collection.findOne({ _id: id }, { session });
  return after === null ? { updated: modifiedCount } : { updated: modifiedCount, document: documentFromBson({ ...after }) };
}

/** Puts a whole document in the place of another, or adds it, inside a session. */
export async function replaceIn(
  db: Db,
  session: ClientSession,
  info: CollectionInfo,
  id: DocumentId,
  content: Document,
): Promise<WriteResult> {
  const { upsertedCount } = await mongoCollection(db, info.name).replaceOne({ _id: id }, mongoDocument(content), { upsert: true, session });
  return upsertedCount > 0 ? { updated: 0, upsertId: id } : { updated: 1 };
}

/** Removes one document by id inside a session and says how many went. */
export async function removeIn(db: Db, session: ClientSession, info: CollectionInfo, id: DocumentId): Promise<number> {
  return (await mongoCollection(db, info.name).deleteOne({ _id: id }, { session })).deletedCount;
}

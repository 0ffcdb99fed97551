import { MongoClient, type Db } from 'mongodb';
import { joinedNames } from '../engine/aggregate/readJoined';
import type { ConflictMode } from '../engine/core';
import type { Document, DocumentId } from '../engine/document';
import type { FindRequest } from '../engine/findDocuments';
import type { CollectionSpec } from '../engine/openCatalog';
import type { Engine } from '../engine/openEngine';
import { printText } from '../engine/printText';
import type { UpdateRequest, WriteResult } from '../engine/writeDocuments';
import { documentFromBson } from './fromBson';
import { mongoCollection, mongoDocument, mongoFilter, mongoUpdate } from './mongoCollection';
import { mongoFault } from './mongoFault';
import { openMongoCatalog } from './openMongoCatalog';
import { openMongoTransactions } from './openMongoTransactions';
import { readCursor } from './readCursor';
import { documentToBson } from './toBson';

/** How long to look for a server that can be written to before an operation is refused. */
const serverSearchMaxMs = 15_000;

/** How to open the engine over a MongoDB server. */
export interface MongoEngineOptions {
  /** The server's connection string, for instance `mongodb://db1,db2,db3/shop?replicaSet=rs0`: a replica set or a sharded cluster. */
  readonly url: string;
  readonly collections: readonly CollectionSpec[];
  readonly mode: ConflictMode;
  /** The database to use when the connection string names none. */
  readonly databaseName: string;
  /** How long a transaction may stay open, for tests that cannot wait. Absent: as long as the platform lets it. */
  readonly transactionMaxMs?: number;
}

/**
 * Opens the engine over a MongoDB server, for those who outgrow one machine. Filters, updates and pipelines travel as they are.
 * Unsorted reads come in MongoDB's natural order, which is that of insertion unless an index serves the filter.
 * Refuses a server that cannot be reached or stands alone (transactions need a replica set or a sharded cluster).
 */
export async function openMongoEngine(options: MongoEngineOptions): Promise<Engine> {
  const client = connectionTo(options.url);
  try {
    await client.connect();
    const db = client.db(nameIn(options.url) ?? options.databaseName);
    await refuseLoneServer(db);
    return await openOver(client, db, options);
  } catch (thrown) {
    await client.close();
    throw mongoFault(thrown, '');
  }
}

function connectionTo(url: string): MongoClient {
  return new MongoClient(url, {
    appName: 'localcloud',
    bsonRegExp: true,
    ignoreUndefined: true,
    readConcern: { level: 'majority' },
    readPreference: 'primary',
    serverSelectionTimeoutMS: serverSearchMaxMs,
    writeConcern: { w: 'majority' },
  });
}

/** The database a connection string names, if any. */
function nameIn(url: string): string | undefined {
  const path = /^mongodb(?:\+srv)?:\/\/[^/]+\/([^?]*)/.exec(url)?.[1];
  return path === undefined || path === '' ? undefined : decodeURIComponent(path);
}

async function refuseLoneServer(db: Db): Promise<void> {
  const hello = await db.admin().command({ hello: 1 });
  if (hello['setName'] === undefined && hello['msg'] !== 'isdbgrid') {
    throw new Error('Transactions need a replica set or a sharded cluster; this MongoDB server stands alone.');
  }
}

async function openOver(client: MongoClient, db: Db, options: MongoEngineOptions): Promise<Engine> {
  const catalog = await openMongoCatalog(db, options.collections);
  const transactions = openMongoTransactions(client, db, options.mode, options.transactionMaxMs);
  const on = <T>(name: string, work: () => Promise<T>): Promise<T> => working(name, () => (catalog.named(name), work()));
  return {
    transactions,
    collections: catalog.all,
    collection: catalog.named,
    createCollection: (name) => working(name, () => catalog.add(name)),
    createIndexes: (name, indexes) => working(name, () => catalog.addIndexes(name, indexes)),
    dropCollection: (name) => working(name, () => catalog.drop(name)),
    read: (name, id) => on(name, () => read(db, name, id)),
    find: (name, request) => on(name, () => readCursor(find(db, name, request), request.limit)),
    count: (name, filter) => on(name, () => mongoCollection(db, name).countDocuments(mongoFilter(filter))),
    async aggregate(name, stages, most) {
      // A server joins a collection that is not there as an empty one; the platform's collections must be declared.
      for (const joined of joinedNames(stages)) catalog.named(joined);
      return on(name, () => aggregate(db, name, stages, most));
    },
    insert: (name, documents) => on(name, () => insert(client, db, name, documents)),
    update: (name, request) => on(name, () => update(db, name, request)),
    replace: (name, id, content) => on(name, () => replace(db, name, id, content)),
    remove: (name, filter, multi) => on(name, () => remove(db, name, filter, multi)),
    backup: () => Promise.reject(new Error('A MongoDB server keeps its own backups: use mongodump.')),
    async close() {
      transactions.abortAll();
      await transactions.settled();
      await client.close();
    },
  };
}

async function working<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    throw mongoFault(thrown, name);
  }
}

async function read(db: Db, name: string, id: DocumentId): Promise<string | null> {
  const found = await mongoCollection(db, name).findOne({ _id: id });
  return found === null ? null : printText(documentFromBson({ ...found }));
}

function find(db: Db, name: string, { filter, sort, skip, limit }: FindRequest): AsyncIterable<object> {
  return mongoCollection(db, name).find(mongoFilter(filter), {
    ...(sort === undefined || sort.length === 0 ? {} : { sort: new Map(sort) }),
    ...(skip === undefined ? {} : { skip }),
    ...(limit === undefined ? {} : { limit }),
  });
}

async function aggregate(db: Db, name: string, stages: readonly Document[], most?: number): Promise<Document[]> {
  const found = await readCursor(mongoCollection(db, name).aggregate(stages.map(documentToBson)), most);
  return found.map((item) => item.document);
}

/** Several documents are all or none, so they take a transaction; the driver tries it again where MongoDB says so. */
async function insert(client: MongoClient, db: Db, name: string, documents: readonly Document[]): Promise<void> {
  const collection = mongoCollection(db, name);
  const rows = documents.map(mongoDocument);
  const [only] = rows;
  if (rows.length === 1 && only !== undefined) await collection.insertOne(only);
  else if (rows.length > 1) await client.withSession((session) => session.withTransaction(() => collection.insertMany(rows, { session })));
}

/** With the content after, `updated` counts the document found, as MongoDB does not say whether anything changed. */
async function update(db: Db, name: string, { filter, update: change, multi, returning }: UpdateRequest): Promise<WriteResult> {
  const collection = mongoCollection(db, name);
  if (returning === true) {
    const after = await collection.findOneAndUpdate(mongoFilter(filter), mongoUpdate(change), { returnDocument: 'after' });
    return after === null ? { updated: 0 } : { updated: 1, document: documentFromBson({ ...after }) };
  }
  const result = multi
    ? await collection.updateMany(mongoFilter(filter), mongoUpdate(change))
    : await collection.updateOne(mongoFilter(filter), mongoUpdate(change));
  return { updated: result.modifiedCount };
}

async function replace(db: Db, name: string, id: DocumentId, content: Document): Promise<WriteResult> {
  const { upsertedCount } = await mongoCollection(db, name).replaceOne({ _id: id }, mongoDocument(content), { upsert: true });
  return upsertedCount > 0 ? { updated: 0, upsertId: id } : { updated: 1 };
}

async function remove(db: Db, name: string, filter: Document, multi: boolean): Promise<number> {
  const collection = mongoCollection(db, name);
  return (multi ? await collection.deleteMany(mongoFilter(filter)) : await collection.deleteOne(mongoFilter(filter))).deletedCount;
}

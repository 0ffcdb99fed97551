import { MongoError, type Db } from 'mongodb';
import { cloudFault } from '../cloudFault';
import { noSuchCollection, type CollectionInfo } from '../engine/catalog';
import { collectionsMax, indexesPerCollectionMax, type CollectionSpec, type IndexSpec } from '../engine/openCatalog';
import { mongoCollection } from './mongoCollection';

/** Where the names of collections made on demand are kept, so that they are known after a restart. */
const madeName = 'localcloud_made';

const collectionExistsCode = 48;
const indexConflictCodes: readonly unknown[] = [85, 86];
const duplicateCode = 11000;

/** The collections of a database that may be used: the declared ones and those made on demand. */
export interface MongoCatalog {
  readonly all: () => readonly CollectionInfo[];
  /** A collection by name. Refuses one that nobody declared. */
  readonly named: (name: unknown) => CollectionInfo;
  /** Makes a collection on demand. Refuses one that exists. */
  add(name: string): Promise<void>;
  addIndexes(name: string, indexes: readonly IndexSpec[]): Promise<void>;
  /** Drops a collection made on demand. Refuses a declared one. */
  drop(name: string): Promise<void>;
}

/**
 * Makes the declared collections and indexes that the server lacks. Indexes nobody declares any more are left alone: dropping them on a
 * server that others may use is for its operator.
 */
export async function openMongoCatalog(db: Db, specs: readonly CollectionSpec[]): Promise<MongoCatalog> {
  const existing = new Set((await db.listCollections({}, { nameOnly: true }).toArray()).map((info) => info.name));
  const made = new Set(existing.has(madeName) ? await readMade(db) : []);
  const open = new Map([...made].map((name) => [name, describe({ name, indexes: [] })]));
  for (const spec of specs) {
    if (!existing.has(spec.name)) await makeCollection(db, spec.name);
    for (const index of spec.indexes) await makeIndex(db, spec.name, index);
    open.set(spec.name, describe(spec));
  }
  refuseTooMany(open);
  const declared = new Set(specs.map((spec) => spec.name));
  const named = (name: unknown): CollectionInfo => namedIn(open, name);
  return {
    all: () => [...open.values()],
    named,
    async add(name) {
      if (open.has(name)) throw cloudFault('DATABASE_COLLECTION_EXIST', `[ResourceExist] Table exist: ${name}.`);
      await makeCollection(db, madeName);
      await makeCollection(db, name);
      await mongoCollection(db, madeName).replaceOne({ _id: name }, {}, { upsert: true });
      open.set(name, describe({ name, indexes: [] }));
    },
    async addIndexes(name, indexes) {
      const info = named(name);
      for (const index of indexes) await makeIndex(db, name, index);
      const fresh = describe({ name, indexes }).indexes;
      info.indexes.push(...fresh.filter((index) => !info.indexes.some((other) => other.name === index.name)));
    },
    async drop(name) {
      if (declared.has(named(name).name)) throw cloudFault('DATABASE_REQUEST_FAILED', `${name} is declared, so it stays.`);
      await mongoCollection(db, madeName).deleteOne({ _id: name });
      await db.dropCollection(name);
      open.delete(name);
    },
  };
}

function namedIn(open: ReadonlyMap<string, CollectionInfo>, name: unknown): CollectionInfo {
  const found = typeof name === 'string' ? open.get(name) : undefined;
  if (found === undefined) throw noSuchCollection(String(name));
  return found;
}

async function readMade(db: Db): Promise<string[]> {
  return (await mongoCollection(db, madeName).find({}).toArray()).map((entry) => String(entry._id));
}

/** Another gateway may make the same one at the same time. */
async function makeCollection(db: Db, name: string): Promise<void> {
  try {
    await db.createCollection(name);
  } catch (thrown) {
    if (!(thrown instanceof MongoError && thrown.code === collectionExistsCode)) throw thrown;
  }
}

/** Unique indexes are not sparse: a missing field counts as null, as on the platform. */
async function makeIndex(db: Db, collection: string, spec: IndexSpec): Promise<void> {
  try {
    await db
      .collection(collection)
      .createIndex({ ...spec.keys }, { name: spec.name, ...(spec.unique === true ? { unique: true } : {}) }, {});
  } catch (thrown) {
    if (thrown instanceof MongoError && thrown.code === duplicateCode) {
      throw new Error(`The unique index ${spec.name} of ${collection} cannot be built: two documents share a value in it.`);
    }
    if (thrown instanceof MongoError && indexConflictCodes.includes(thrown.code)) {
      throw new Error(`The index ${spec.name} of ${collection} exists with other fields or options: drop the old one first.`);
    }
    throw thrown;
  }
}

function describe(spec: CollectionSpec): CollectionInfo {
  const indexes = spec.indexes.map((index) => ({
    name: index.name,
    number: 0,
    fields: Object.entries(index.keys).map(([path, direction]) => ({ path, direction })),
    unique: index.unique ?? false,
    multikey: false,
  }));
  return { name: spec.name, number: 0, indexes, nextRecord: 0 };
}

function refuseTooMany(open: ReadonlyMap<string, CollectionInfo>): void {
  if (open.size > collectionsMax) throw cloudFault('DATABASE_COLLECTION_EXCEED_LIMIT', `more than ${collectionsMax} collections`);
  for (const info of open.values()) {
    if (info.indexes.length > indexesPerCollectionMax) {
      throw new Error(`${info.name} declares more than ${indexesPerCollectionMax} indexes.`);
    }
  }
}

import { cloudFault } from '../cloudFault';
import { numberedKey, readStored, type CollectionInfo } from './catalog';
import { collectionRange } from './candidates';
import { indexRows, type IndexDirection, type IndexInfo } from './indexRows';
import type { RowWrite, Store } from './openStore';
import { parseDocument } from './parseText';

/** A collection as it is declared: its name and its indexes. */
export interface CollectionSpec {
  readonly name: string;
  readonly indexes: readonly IndexSpec[];
}

/** An index as it is declared: its fields in order with 1 (ascending), −1 (descending) or `2dsphere` (by place on the earth). */
export interface IndexSpec {
  readonly name: string;
  readonly keys: Readonly<Record<string, IndexDirection>>;
  readonly unique?: boolean;
}

/** A collection as the store remembers it. */
export interface Kept {
  number: number;
  indexes: { name: string; number: number; unique: boolean; fields: IndexInfo['fields'] }[];
}

/** What the store remembers of its collections. */
export interface KeptCatalog {
  nextNumber: number;
  collections: Record<string, Kept>;
}

/** Most collections in one environment and most indexes of one collection. Source: CloudBase's documented limits. */
export const collectionsMax = 100;
export const indexesPerCollectionMax = 20;

/** The name under which the store remembers its collections. */
export const catalogKey = 'catalog';

/**
 * Brings the store in line with the declared collections: makes what is missing, builds new indexes, drops those no longer declared.
 * Documents of a collection that is no longer declared stay in the store, out of reach.
 * Refuses an index that two documents already contradict, and more collections or indexes than the platform allows.
 */
export async function openCatalog(store: Store, specs: readonly CollectionSpec[]): Promise<Map<string, CollectionInfo>> {
  const kept = readCatalog(store);
  const writes: RowWrite[] = [];
  const open = new Map<string, CollectionInfo>();
  for (const [name, entry] of Object.entries(kept.collections)) {
    if (isMadeByAction(store, name)) open.set(name, toInfo(store, name, entry));
  }
  for (const spec of specs) open.set(spec.name, declare(store, kept, spec, writes));
  refuseTooMany(open);
  await saveCatalog(store, kept, writes);
  return open;
}

/** Makes a collection that nobody declared, as `createCollection` does. Refuses one that exists. */
export async function addCollection(store: Store, open: Map<string, CollectionInfo>, name: string): Promise<void> {
  if (open.has(name)) throw cloudFault('DATABASE_COLLECTION_EXIST', `[ResourceExist] Table exist: ${name}.`);
  const kept = readCatalog(store);
  const writes: RowWrite[] = [{ table: 'meta', key: `made:${name}`, value: '1' }];
  open.set(name, declare(store, kept, { name, indexes: [] }, writes));
  refuseTooMany(open);
  await saveCatalog(store, kept, writes);
}

/** Opens the catalog as it is, for looking only. */
export function readCollections(store: Store): Map<string, CollectionInfo> {
  return new Map(Object.entries(readCatalog(store).collections).map(([name, entry]) => [name, toInfo(store, name, entry)]));
}

/** Whether a collection was made on demand rather than declared. */
export function isMadeByAction(store: Store, name: string): boolean {
  return store.meta.get(`made:${name}`) !== undefined;
}

/** Reads what the store remembers. */
export function readCatalog(store: Store): KeptCatalog {
  const text = store.meta.get(catalogKey);
  return text === undefined ? { nextNumber: 1, collections: {} } : (JSON.parse(text) as KeptCatalog);
}

async function saveCatalog(store: Store, kept: KeptCatalog, writes: RowWrite[]): Promise<void> {
  const text = JSON.stringify(kept);
  if (writes.length > 0 || store.meta.get(catalogKey) !== text) {
    await store.write([...writes, { table: 'meta', key: catalogKey, value: text }]);
  }
}

/** Brings one collection in line with its declaration; the rows to write are added to `writes`. */
export function declare(store: Store, kept: KeptCatalog, spec: CollectionSpec, writes: RowWrite[]): CollectionInfo {
  let entry = kept.collections[spec.name];
  if (entry === undefined) {
    entry = { number: kept.nextNumber, indexes: [] };
    kept.nextNumber += 1;
    kept.collections[spec.name] = entry;
  }
  const wanted = spec.indexes.map((index) => ({
    name: index.name,
    unique: index.unique ?? false,
    fields: Object.entries(index.keys).map(([path, direction]) => ({ path, direction })),
  }));
  for (const { name, fields } of wanted) for (const field of fields) refuseDirection(`${spec.name}.${name}`, field);
  const old = entry.indexes;
  entry.indexes = [];
  for (const index of wanted) {
    const same = old.find((other) => other.unique === index.unique && JSON.stringify(other.fields) === JSON.stringify(index.fields));
    const number = same?.number ?? kept.nextNumber;
    if (same === undefined) kept.nextNumber += 1;
    entry.indexes.push({ ...index, number });
  }
  const info = toInfo(store, spec.name, entry);
  for (const gone of old.filter((other) => !info.indexes.some((index) => index.number === other.number))) {
    dropRows(store, gone.number, writes);
  }
  buildRows(
    store,
    info,
    info.indexes.filter((index) => !old.some((other) => other.number === index.number)),
    writes,
  );
  return info;
}

function toInfo(store: Store, name: string, entry: Kept): CollectionInfo {
  const indexes = entry.indexes.map((index) => ({ ...index, multikey: store.meta.get(`multikey:${index.number}`) !== undefined }));
  const info: CollectionInfo = { name, number: entry.number, indexes, nextRecord: 1 };
  const { start, end } = collectionRange(info);
  for (const key of store.order.getKeys({ start: end, end: start, reverse: true, limit: 1 })) info.nextRecord = key.readDoubleBE(2) + 1;
  return info;
}

/** A configuration file may say anything. Source of the kinds: WeChat's documentation of `dbindexManage`. */
function refuseDirection(index: string, { path, direction }: IndexInfo['fields'][number]): void {
  if (([1, -1, '2dsphere'] as readonly unknown[]).includes(direction)) return;
  throw new Error(`The index ${index} can have ${path} by 1, -1 or "2dsphere", not by ${JSON.stringify(direction)}.`);
}

function dropRows(store: Store, number: number, writes: RowWrite[]): void {
  const range = { start: numberedKey(number, Buffer.alloc(0)), end: numberedKey(number + 1, Buffer.alloc(0)) };
  for (const key of store.rows.getKeys(range)) writes.push({ table: 'rows', key, value: null });
}

function buildRows(store: Store, info: CollectionInfo, fresh: readonly IndexInfo[], writes: RowWrite[]): void {
  if (fresh.length === 0) return;
  const taken = new Set<string>();
  for (const { key, value } of store.documents.getRange(collectionRange(info))) {
    const stored = readStored(value);
    const document = parseDocument(stored.text);
    for (const index of fresh) {
      for (const row of indexRows(index, document)) {
        const rowKey = numberedKey(index.number, row, index.unique ? undefined : stored.record);
        if (index.unique && taken.has(rowKey.toString('latin1'))) {
          const sentence = `The unique index ${index.name} of ${info.name} cannot be built: two documents share a value in it.`;
          throw cloudFault('DATABASE_REQUEST_FAILED', sentence);
        }
        if (index.unique) taken.add(rowKey.toString('latin1'));
        writes.push({ table: 'rows', key: rowKey, value: key });
      }
      if (index.multikey) writes.push({ table: 'meta', key: `multikey:${index.number}`, value: '1' });
    }
  }
}

function refuseTooMany(open: ReadonlyMap<string, CollectionInfo>): void {
  if (open.size > collectionsMax) throw cloudFault('DATABASE_COLLECTION_EXCEED_LIMIT', `more than ${collectionsMax} collections`);
  for (const info of open.values()) {
    if (info.indexes.length > indexesPerCollectionMax) {
      throw new Error(`${info.name} declares more than ${indexesPerCollectionMax} indexes.`);
    }
  }
}

import { cloudFault } from '../cloudFault';
import { uniqueTag, type CollectionInfo } from './catalog';
import type { EngineCore } from './core';
import {
  catalogKey,
  declare,
  indexesPerCollectionMax,
  isMadeByAction,
  readCatalog,
  type IndexSpec,
  type Kept,
  type KeptCatalog,
} from './openCatalog';
import type { RowWrite } from './openStore';
import { removeDocuments } from './writeDocuments';

/**
 * Adds indexes to a collection in use, keeping those it has; one that is there already is left as it is.
 * Refuses a name taken by other fields, one index too many, and a unique index that two documents contradict.
 */
export async function addIndexes(core: EngineCore, collection: CollectionInfo, asked: readonly IndexSpec[]): Promise<void> {
  await settle(core, collection);
  const kept = readCatalog(core.store);
  const entry = kept.collections[collection.name];
  if (entry === undefined) return;
  const fresh = asked.filter((spec) => !isThere(entry, spec));
  if (fresh.length === 0) return;
  if (entry.indexes.length + fresh.length > indexesPerCollectionMax) {
    throw cloudFault('DATABASE_REQUEST_FAILED', `add index fails, too many indexes for ${collection.name}`);
  }
  const writes: RowWrite[] = [];
  const indexes = [...entry.indexes.map(toSpec), ...fresh];
  const info = declare(core.store, kept, { name: collection.name, indexes }, writes);
  collection.indexes.splice(0, collection.indexes.length, ...info.indexes);
  await append(core, collection, kept, writes);
}

/** Removes a collection that was made on demand, with its documents. Refuses one that is declared. */
export async function dropCollection(core: EngineCore, collection: CollectionInfo): Promise<void> {
  if (!isMadeByAction(core.store, collection.name)) {
    throw cloudFault('DATABASE_REQUEST_FAILED', `${collection.name} is declared: take it out of the declaration instead.`);
  }
  await removeDocuments(core, collection, {}, true);
  core.collections.delete(collection.name);
  await settle(core, collection);
  const kept = readCatalog(core.store);
  const collections = Object.fromEntries(Object.entries(kept.collections).filter(([name]) => name !== collection.name));
  await append(core, collection, { ...kept, collections }, [{ table: 'meta', key: `made:${collection.name}`, value: null }]);
}

/** Waits until everything decided about a collection is on disk; nothing comes between this and the caller's next step. */
async function settle(core: EngineCore, collection: CollectionInfo): Promise<void> {
  for (let under = core.journal.settled(collection.number); under !== undefined; under = core.journal.settled(collection.number)) {
    await under;
  }
}

/** Through the journal, so that readers of the collection wait and writers know the rows of unique indexes at once. */
function append(core: EngineCore, collection: CollectionInfo, kept: KeptCatalog, writes: readonly RowWrite[]): Promise<void> {
  const tags = new Map<string, string | null>();
  for (const row of writes) {
    if (row.table === 'rows' && row.value !== null) tags.set(uniqueTag(row.key), row.value.toString('latin1'));
  }
  const catalog: RowWrite = { table: 'meta', key: catalogKey, value: JSON.stringify(kept) };
  return core.journal.append({ rows: [...writes, catalog], tags, collections: [collection.number] });
}

function isThere(entry: Kept, spec: IndexSpec): boolean {
  const same = entry.indexes.find((index) => index.name === spec.name);
  if (same === undefined) return false;
  const old = toSpec(same);
  if (JSON.stringify(old.keys) === JSON.stringify(spec.keys) && same.unique === (spec.unique ?? false)) return true;
  throw cloudFault('DATABASE_REQUEST_FAILED', `An existing index has the same name as the requested index: ${spec.name}`);
}

function toSpec(index: Kept['indexes'][number]): IndexSpec {
  const keys = Object.fromEntries(index.fields.map((field) => [field.path, field.direction]));
  return { name: index.name, keys, unique: index.unique };
}

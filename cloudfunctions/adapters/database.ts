import type { CollectionName, Documents } from './documents';
import { sdkDatabase, type SdkQuery } from './sdk';

type Comparable = string | number;
/** A field equals a value, lies in a range, or is one of several. */
export type Condition =
  | Comparable
  | boolean
  | null
  | { readonly op: 'gt' | 'gte' | 'lt' | 'lte'; readonly value: Comparable }
  | { readonly anyOf: readonly Comparable[] };
export type Filter = Readonly<Record<string, Condition>>;

export type Sums<F extends string> = Readonly<Record<F | 'count', number>>;

export interface FindOptions {
  /** Rows at most: always named, 1000 being the platform's ceiling. */
  readonly limit: number;
  readonly order?: readonly (readonly [field: string, direction: 'asc' | 'desc'])[];
}

/** One document by id, outside any transaction; null when there is none. */
export async function get<C extends CollectionName>(collection: C, id: string): Promise<Documents[C] | null> {
  const { data } = await sdkDatabase.collection(collection).doc(id).get();
  return (data as Documents[C] | null | undefined) ?? null;
}

/** Documents that match, outside any transaction. */
export async function find<C extends CollectionName>(collection: C, filter: Filter, options: FindOptions): Promise<Documents[C][]> {
  let query: SdkQuery = sdkDatabase.collection(collection);
  if (Object.keys(filter).length > 0) query = query.where(sdkFilter(filter));
  for (const [field, direction] of options.order ?? []) query = query.orderBy(field, direction);
  const { data } = await query.limit(options.limit).get();
  return data as Documents[C][];
}

/** How many matching documents there are per value of `field`, at most `limit` values. */
export async function countBy(
  collection: CollectionName,
  filter: Filter,
  field: string,
  limit: number,
): Promise<ReadonlyMap<string, number>> {
  const { list } = await sdkDatabase
    .collection(collection)
    .aggregate()
    .match(sdkFilter(filter))
    .group({ _id: `$${field}`, count: { $sum: 1 } })
    .limit(limit)
    .end();
  return new Map((list as { _id: string; count: number }[]).map((row) => [row._id, row.count]));
}

/** Sums of some number fields over matching documents, and how many documents there are. */
export async function sumOf<F extends string>(collection: CollectionName, filter: Filter, fields: readonly F[]): Promise<Sums<F>> {
  const sums = Object.fromEntries(fields.map((field) => [field, { $sum: `$${field}` }]));
  const { list } = await sdkDatabase
    .collection(collection)
    .aggregate()
    .match(sdkFilter(filter))
    .group({ _id: null, count: { $sum: 1 }, ...sums })
    .limit(1)
    .end();
  const none = Object.fromEntries(['count', ...fields].map((field) => [field, 0]));
  return { ...none, ...(list[0] as object | undefined) } as Sums<F>;
}

/** Whether a collection holds anything. */
export async function isEmpty(collection: CollectionName): Promise<boolean> {
  const { data } = await sdkDatabase.collection(collection).limit(1).get();
  return data.length === 0;
}

/** Writes one whole document, outside any transaction: for records that nothing else depends on. */
export async function put<C extends CollectionName>(collection: C, document: Documents[C]): Promise<void> {
  const { _id, ...data } = document;
  await sdkDatabase.collection(collection).doc(_id).set({ data });
}

/**
 * Writes some fields of the documents that `filter` names by `_id` and by what they must still say; gives how many those were, 0 when one
 * says something else by now. Atomic per document: the way to claim something outside a transaction.
 */
export async function change<C extends CollectionName>(
  collection: C,
  filter: Filter & { readonly _id: Condition },
  fields: Partial<Documents[C]>,
): Promise<number> {
  const named = Object.entries(fields).filter(([, value]) => value !== undefined);
  // `set` keeps the SDK from merging a nested object into what is there.
  const data = Object.fromEntries(named.map(([field, value]) => [field, sdkDatabase.command.set(value)]));
  const { stats } = await sdkDatabase.collection(collection).where(sdkFilter(filter)).update({ data });
  return stats.updated;
}

function sdkFilter(filter: Filter): object {
  return Object.fromEntries(Object.entries(filter).map(([field, condition]) => [field, sdkCondition(field, condition)]));
}

function sdkCondition(field: string, condition: Condition | undefined): unknown {
  // The SDK drops a condition that is undefined, and the query would match everything.
  if (condition === undefined) throw new Error(`The filter on ${field} is undefined`);
  if (condition === null || typeof condition !== 'object') return condition;
  if ('anyOf' in condition) return sdkDatabase.command.in(condition.anyOf);
  return sdkDatabase.command[condition.op](condition.value);
}

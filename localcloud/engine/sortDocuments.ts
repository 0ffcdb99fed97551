import { compareValues } from './compareValues';
import { isDocument } from './document';
import { pathValues } from './pathValues';
import { readSort, type SortOrder } from './planQuery';

/**
 * Sorts by fields in MongoDB's order of values; equal ones keep their order. A list counts by its smallest item when ascending, by
 * its greatest when descending.
 */
export function sortDocuments<T>(items: readonly T[], order: SortOrder, documentOf: (item: T) => unknown): T[] {
  const keyed = items.map((item) => ({ item, keys: order.map(([path, direction]) => sortKey(documentOf(item), path, direction)) }));
  keyed.sort((left, right) => {
    for (const [at, [, direction]] of order.entries()) {
      const compared = compareValues(left.keys[at], right.keys[at]);
      if (compared !== 0) return compared * direction;
    }
    return 0;
  });
  return keyed.map(({ item }) => item);
}

function sortKey(document: unknown, path: string, direction: 1 | -1): unknown {
  const { values } = pathValues(document, path);
  let best = values[0];
  for (const value of values) if (compareValues(value, best) * direction < 0) best = value;
  return best;
}

/** Sorts the items of a list as `$push` with `$sort` does: by whole value (1 or −1) or by fields. */
export function sortValues(values: readonly unknown[], order: unknown): unknown[] {
  if (isDocument(order)) return sortDocuments(values, readSort(order), (value) => value);
  const direction = Number(order) < 0 ? -1 : 1;
  return [...values].sort((left, right) => compareValues(left, right) * direction);
}

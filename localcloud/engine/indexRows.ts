import { cloudFault } from '../cloudFault';
import type { Document } from './document';
import { encodeKey } from './encodeKey';
import { geoKeys } from './geo/geoRows';
import { invertKey } from './invertKey';
import { descendingNumberKey } from './numbers/numberKey';
import { isNumeric } from './numbers/numeric';
import { pathValues } from './pathValues';
import { valueRanks } from './valueRank';

/** How an index keeps a field: ascending, descending, or by its place on the earth. */
export type IndexDirection = 1 | -1 | '2dsphere';

/** An index as the engine keeps it: its number in the store, its fields in order, and whether a list was ever seen in it. */
export interface IndexInfo {
  readonly name: string;
  readonly number: number;
  readonly fields: readonly { readonly path: string; readonly direction: IndexDirection }[];
  readonly unique: boolean;
  multikey: boolean;
}

/** Longest indexed value of one document in one index. Source: CloudBase's documented limit of 1 024 bytes an indexed value. */
export const indexRowMaxBytes = 1024;

/**
 * The rows one document has in one index, without the index's number: one row for each item of an indexed list, absent fields as null.
 * Refuses (DATABASE_REQUEST_FAILED) two different lists in one index, and values too long to index.
 */
export function indexRows(index: IndexInfo, document: Document): readonly Buffer[] {
  let rows: readonly Buffer[] = [];
  let listPath: string | undefined;
  for (const [at, field] of index.fields.entries()) {
    if (field.direction === '2dsphere') {
      const keys = geoKeys(document, field.path);
      // A list of places counts like a list of values, and so does a shape that is kept under several cells.
      if (keys.length > 1) index.multikey = true;
      rows = at === 0 ? keys : joined(rows, keys);
      continue;
    }
    const { values, throughList } = pathValues(document, field.path);
    if (throughList) {
      if (listPath !== undefined && rootOf(listPath) !== rootOf(field.path)) {
        throw cloudFault('DATABASE_REQUEST_FAILED', `cannot index parallel arrays [${field.path}] [${listPath}]`);
      }
      listPath = field.path;
      index.multikey = true;
    }
    const encoded = values.length === 1 ? [encodeField(values[0], field.direction)] : distinct(values, field.direction);
    rows = at === 0 ? encoded : joined(rows, encoded);
  }
  for (const row of rows) {
    if (row.length > indexRowMaxBytes) {
      throw cloudFault(
        'DATABASE_REQUEST_FAILED',
        `WiredTigerIndex::insert: key too large to index, failing ${row.length} { : ${index.name} }`,
      );
    }
  }
  return rows;
}

function joined(rows: readonly Buffer[], parts: readonly Buffer[]): Buffer[] {
  return rows.flatMap((row) => parts.map((part) => Buffer.concat([row, part])));
}

/** One field's value as index bytes in that field's direction. */
export function encodeField(value: unknown, direction: IndexDirection): Buffer {
  if (direction === 1) return encodeKey(value);
  return (isNumeric(value) ? descendingNumberKey(valueRanks.number, value) : undefined) ?? invertKey(encodeKey(value));
}

function distinct(values: readonly unknown[], direction: IndexDirection): Buffer[] {
  const seen = new Map<string, Buffer>();
  for (const value of values) {
    const key = encodeField(value, direction);
    seen.set(key.toString('latin1'), key);
  }
  return [...seen.values()];
}

function rootOf(path: string): string {
  return path.split('.')[0] ?? path;
}

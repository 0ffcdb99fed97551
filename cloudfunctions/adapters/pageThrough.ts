import { find, type Filter } from './database';
import type { CollectionName, Documents } from './documents';

/** A list in the order of one field, then of ids. The field must be indexed behind what the filter names. */
export interface Listing<C extends CollectionName> {
  readonly collection: C;
  readonly filter: Filter;
  readonly field: string;
  /** The field's value; all of one type. */
  readonly valueOf: (document: Documents[C]) => string | number;
  readonly direction: 'asc' | 'desc';
  /** Where the list begins, itself included. */
  readonly from: string | number;
  readonly rows: number;
}

/**
 * One page of a list, and the cursor of the next. Documents with the same value are told apart by id, so that however many there are
 * none is lost between pages.
 */
export async function pageThrough<C extends CollectionName>(
  listing: Listing<C>,
  cursor: string | undefined,
): Promise<{ readonly rows: readonly Documents[C][]; readonly next: string | null }> {
  const { collection, filter, field, direction, rows } = listing;
  const at = cursor === undefined ? null : readCursor(cursor, listing.from);
  const wanted = rows + 1;
  const same =
    at === null
      ? []
      : await find(
          collection,
          { ...filter, [field]: at.value, _id: { op: 'gt', value: at.id } },
          { limit: wanted, order: [['_id', 'asc']] },
        );
  const [first, later] = direction === 'asc' ? (['gte', 'gt'] as const) : (['lte', 'lt'] as const);
  const bound = { op: at === null ? first : later, value: at?.value ?? listing.from };
  const order = [
    [field, direction],
    ['_id', 'asc'],
  ] as const;
  const rest = wanted - same.length;
  const others = rest === 0 ? [] : await find(collection, { ...filter, [field]: bound }, { limit: rest, order });
  const shown = [...same, ...others].slice(0, rows);
  const last = shown.at(-1);
  const more = same.length + others.length > rows;
  return { rows: shown, next: more && last !== undefined ? `${listing.valueOf(last)}~${last._id}` : null };
}

function readCursor(cursor: string, like: string | number): { readonly value: string | number; readonly id: string } {
  const cut = cursor.indexOf('~');
  const text = cut < 0 ? cursor : cursor.slice(0, cut);
  const value = typeof like === 'number' ? Number(text) || 0 : text;
  return { value, id: cut < 0 ? '' : cursor.slice(cut + 1) };
}

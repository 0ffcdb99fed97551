import type { CollectionInfo } from './catalog';
import type { Document } from './document';
import { planQuery, type SortOrder } from './planQuery';

/** How a query would find its documents. */
export interface Explanation {
  /**
   * `ids`: by `_id`; `idRange`: along the order of `_id`; `index`: along an index; `near`: outwards along a geo index; `scan`: by
   * reading the whole collection.
   */
  readonly kind: 'ids' | 'idRange' | 'index' | 'near' | 'scan';
  /** The index used, by its declared name. */
  readonly index?: string;
  /** How many stretches of the index are read. */
  readonly ranges?: number;
  /** Whether documents already come in the order asked for, so that a limit ends the reading. */
  readonly sorted: boolean;
  /** Whether the index holds lists, which serves fewer bounds and no order. */
  readonly multikey?: boolean;
}

/** Says which plan a query gets, without running it. */
export function explainQuery(collection: CollectionInfo, filter: Document, sort: SortOrder): Explanation {
  const plan = planQuery(collection.indexes, filter, sort);
  switch (plan.kind) {
    case 'index':
      return { kind: 'index', index: plan.index.name, ranges: plan.ranges.length, sorted: plan.sorted, multikey: plan.index.multikey };
    case 'near':
      return { kind: 'near', index: plan.index.name, sorted: sort.length === 0, multikey: plan.index.multikey };
    case 'idRange':
      return { kind: 'idRange', sorted: plan.sorted };
    default:
      return { kind: plan.kind, sorted: false };
  }
}

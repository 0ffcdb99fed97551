import { isDocument, type Document } from './document';
import { geoPathOf } from './geo/geoRows';
import { nearOf } from './geo/nearOf';
import { planNear, planRegion, type NearPlan } from './geo/planGeo';
import { encodeField, type IndexDirection, type IndexInfo } from './indexRows';
import { readFilter, type FieldDemand } from './readFilter';
import { encodeKey } from './encodeKey';

/** An order asked for: fields with 1 (ascending) or −1 (descending), the first counting most. */
export type SortOrder = readonly (readonly [path: string, direction: 1 | -1])[];

/** A stretch of rows: from `from` (included) to `to` (excluded), without the index's number. */
export interface RowRange {
  readonly from: Buffer;
  readonly to: Buffer;
}

/** How a query finds its candidates. `sorted`: rows already come in the order asked for, read `backwards` or not. */
export type QueryPlan =
  | { readonly kind: 'ids'; readonly ids: readonly unknown[] }
  | { readonly kind: 'idRange'; readonly range: RowRange; readonly sorted: boolean; readonly backwards: boolean }
  | {
      readonly kind: 'index';
      readonly index: IndexInfo;
      readonly ranges: readonly RowRange[];
      readonly sorted: boolean;
      readonly backwards: boolean;
    }
  | NearPlan
  | { readonly kind: 'scan' };

/** Most stretches of one index a plan walks; more `$in` combinations than this fall back to a shorter prefix. */
const rangesMax = 256;

/**
 * Chooses how to find a filter's candidates: by `_id`, by the index that fixes most fields (a sort it serves breaks ties), or by
 * reading the whole collection. Every candidate is still checked by the matcher, so a plan may only be too generous.
 * Refuses to look for what is near without a geo index.
 */
export function planQuery(indexes: readonly IndexInfo[], filter: Document, sort: SortOrder): QueryPlan {
  const demands = readFilter(filter);
  const near = nearOf(filter);
  if (near !== undefined) return planNear(indexes, near, (index) => geoPrefixes(index, demands));
  const idDemand = demands.get('_id');
  if (idDemand?.among !== undefined) return { kind: 'ids', ids: idDemand.among };
  let best: { plan: QueryPlan; score: number } | undefined;
  for (const index of indexes) {
    const candidate = geoPathOf(index) === undefined ? planIndex(index, demands, sort) : planPlace(index, filter, demands);
    if (candidate !== undefined && (best === undefined || candidate.score > best.score)) best = candidate;
  }
  const byId = planIds(idDemand, sort);
  if (byId !== undefined && (best === undefined || byId.score > best.score)) best = byId;
  return best?.plan ?? { kind: 'scan' };
}

function planIds(demand: FieldDemand | undefined, sort: SortOrder): { plan: QueryPlan; score: number } | undefined {
  const direction = sort.length === 1 && sort[0]?.[0] === '_id' ? sort[0][1] : undefined;
  const bounded = demand?.lower !== undefined || demand?.upper !== undefined;
  if (!bounded && direction === undefined) return undefined;
  const range = boundedRange(Buffer.alloc(0), demand ?? {}, 1, false);
  const sorted = direction !== undefined;
  return { plan: { kind: 'idRange', range, sorted, backwards: direction === -1 }, score: (bounded ? 5 : 0) + (sorted ? 4 : 0) };
}

function planIndex(index: IndexInfo, demands: Map<string, FieldDemand>, sort: SortOrder): { plan: QueryPlan; score: number } | undefined {
  const { prefixes, fixed } = fixedPrefixes(index, demands);
  const next = index.fields[fixed];
  const demand = next === undefined ? undefined : demands.get(next.path);
  const bounded = demand?.lower !== undefined || demand?.upper !== undefined;
  const served = prefixes.length > 1 || index.multikey ? undefined : sortServed(index, fixed, demands, sort);
  if (fixed === 0 && !bounded && served === undefined) return undefined;
  const ranges = prefixes.map((prefix) =>
    next !== undefined && demand !== undefined && bounded
      ? boundedRange(prefix, demand, next.direction, index.multikey)
      : { from: prefix, to: Buffer.concat([prefix, past]) },
  );
  const unique = index.unique && fixed === index.fields.length ? 100 : 0;
  const score = fixed * 10 + (bounded ? 5 : 0) + (served === undefined ? 0 : 4) + unique;
  return { plan: { kind: 'index', index, ranges, sorted: served !== undefined, backwards: served === 'backwards' }, score };
}

/** The bytes of an index's first fields as far as a filter fixes their values, and how many fields that is. */
function fixedPrefixes(index: IndexInfo, demands: Map<string, FieldDemand>): { readonly prefixes: Buffer[]; readonly fixed: number } {
  let prefixes: Buffer[] = [Buffer.alloc(0)];
  let fixed = 0;
  for (const field of index.fields) {
    const among = field.direction === '2dsphere' ? undefined : demands.get(field.path)?.among;
    if (among === undefined || prefixes.length * among.length > rangesMax) break;
    const parts = distinctKeys(among, field.direction);
    prefixes = prefixes.flatMap((prefix) => parts.map((part) => Buffer.concat([prefix, part])));
    fixed += 1;
  }
  return { prefixes, fixed };
}

function geoPrefixes(index: IndexInfo, demands: Map<string, FieldDemand>): readonly Buffer[] | undefined {
  const { prefixes, fixed } = fixedPrefixes(index, demands);
  return index.fields[fixed]?.direction === '2dsphere' ? prefixes : undefined;
}

/** A geo index leaves out documents without a place, so it serves no filter but one that asks for places. */
function planPlace(index: IndexInfo, filter: Document, demands: Map<string, FieldDemand>): { plan: QueryPlan; score: number } | undefined {
  const prefixes = geoPrefixes(index, demands);
  const plan = planRegion(index, filter, prefixes);
  return plan === undefined ? undefined : { plan, score: 7 + (index.fields.length - 1) * 10 };
}

/** Greater than any byte a value's encoding can begin with; the digits of a number that is no floating one come behind it. */
const past = Buffer.from([255]);

function distinctKeys(values: readonly unknown[], direction: IndexDirection): Buffer[] {
  const keys = new Map<string, Buffer>();
  for (const value of values) {
    const key = encodeField(value, direction);
    keys.set(key.toString('latin1'), key);
  }
  return [...keys.values()].sort((left, right) => Buffer.compare(left, right));
}

/** Whether the index's fields after the fixed ones are the order asked for, as they stand or turned round. */
function sortServed(
  index: IndexInfo,
  fixed: number,
  demands: Map<string, FieldDemand>,
  sort: SortOrder,
): 'forwards' | 'backwards' | undefined {
  const wanted = sort.filter(
    ([path]) => demands.get(path)?.among?.length !== 1 || !index.fields.slice(0, fixed).some((field) => field.path === path),
  );
  if (sort.length === 0) return undefined;
  let turned: boolean | undefined;
  for (const [at, [path, direction]] of wanted.entries()) {
    const field = index.fields[fixed + at];
    if (field === undefined || field.path !== path) return undefined;
    const turnsHere = field.direction !== direction;
    if (turned !== undefined && turned !== turnsHere) return undefined;
    turned = turnsHere;
  }
  return turned === true ? 'backwards' : 'forwards';
}

/** Bounds hold only within the type of their operand, as MongoDB compares; in a multikey index two bounds may be met by two items. */
function boundedRange(prefix: Buffer, demand: FieldDemand, direction: IndexDirection, multikey: boolean): RowRange {
  const lower = demand.lower;
  const upper = multikey && lower !== undefined ? undefined : demand.upper;
  const rank = encodeKey((lower ?? upper)?.value)[0] ?? 0;
  if (lower === undefined && upper === undefined) return { from: prefix, to: Buffer.concat([prefix, past]) };
  const first = direction === 1 ? lower : upper;
  const last = direction === 1 ? upper : lower;
  const typeByte = direction === 1 ? rank : 255 - rank;
  const from = first === undefined ? Buffer.from([typeByte]) : edge(encodeField(first.value, direction), !first.inclusive);
  const to = last === undefined ? Buffer.from([typeByte + 1]) : edge(encodeField(last.value, direction), last.inclusive);
  return { from: Buffer.concat([prefix, from]), to: Buffer.concat([prefix, to]) };
}

function edge(key: Buffer, after: boolean): Buffer {
  return after ? Buffer.concat([key, past]) : key;
}

/** Reads an order as the wire gives it: an object of paths with 1 or −1. */
export function readSort(order: unknown): SortOrder {
  if (!isDocument(order)) return [];
  return Object.entries(order).map(([path, direction]) => [path, Number(direction) < 0 ? -1 : 1] as const);
}

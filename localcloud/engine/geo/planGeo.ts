import { isDocument, type Document } from '../document';
import type { IndexInfo } from '../indexRows';
import { queryFault } from '../match/valueTests';
import { coverRegion } from './coverRegion';
import { regionDemand, ringRegion, type NearDemand, type Region } from './geoDemand';
import { cellRanges, geoPathOf } from './geoRows';
import type { NearQuery } from './nearOf';

/** Most cells a search looks into at once. Our own. */
const cellsPerSearchMax = 32;

/** The first stretch of the way outwards, in radians (about 64 m), each further one going twice as far. Our own. */
const firstStretch = 1e-5;

/** The bytes of the fields of an index that come before its geo field and are fixed by the filter, or `undefined` when one is not. */
export type PrefixesOf = (index: IndexInfo) => readonly Buffer[] | undefined;

/** A search outwards from a place along a geo index whose first fields are fixed. */
export interface NearPlan {
  readonly kind: 'near';
  readonly index: IndexInfo;
  readonly prefixes: readonly Buffer[];
  readonly near: NearQuery;
}

/** The stretches of a geo index in which everything lies that a filter on places can find. */
export interface RegionPlan {
  readonly kind: 'index';
  readonly index: IndexInfo;
  readonly ranges: readonly { readonly from: Buffer; readonly to: Buffer }[];
  readonly sorted: false;
  readonly backwards: false;
}

/** How to find what is near: outwards along a geo index. Refuses when there is none. Source of the text: MongoDB's query planner. */
export function planNear(indexes: readonly IndexInfo[], near: NearQuery, prefixesOf: PrefixesOf): NearPlan {
  for (const index of indexes) {
    const prefixes = geoPathOf(index) === near.path ? prefixesOf(index) : undefined;
    if (prefixes !== undefined) return { kind: 'near', index, prefixes, near };
  }
  throw queryFault('planner returned error: unable to find index for $geoNear query');
}

/** How a geo index serves a filter that asks for what lies in a region or meets it. */
export function planRegion(index: IndexInfo, filter: Document, prefixes: readonly Buffer[] | undefined): RegionPlan | undefined {
  const path = geoPathOf(index);
  const region = path === undefined || prefixes === undefined ? undefined : regionOf(filter, path);
  if (region === undefined || prefixes === undefined) return undefined;
  const names = coverRegion(region, cellsPerSearchMax);
  const ranges = prefixes.flatMap((prefix) => cellRanges(prefix, names));
  return { kind: 'index', index, ranges, sorted: false, backwards: false };
}

function regionOf(filter: Document, path: string): Region | undefined {
  for (const [key, condition] of Object.entries(filter)) {
    if (key === path && isDocument(condition)) {
      for (const [operator, operand] of Object.entries(condition)) {
        const demand = regionDemand(operator, operand);
        if (demand !== undefined) return demand.region;
      }
    } else if (key === '$and' && Array.isArray(condition)) {
      for (const part of condition) {
        const region = isDocument(part) ? regionOf(part, path) : undefined;
        if (region !== undefined) return region;
      }
    }
  }
  return undefined;
}

/** A stretch of the way outwards: how far everything has been shown before it, and the rows to read now. */
interface Stretch {
  readonly shownTo: number;
  readonly ranges: readonly { readonly from: Buffer; readonly to: Buffer }[];
}

/** The rows of a geo index outwards from a place, stretch by stretch. */
export function* outwards({ from, least, most }: NearDemand, prefixes: readonly Buffer[]): Generator<Stretch> {
  const end = Math.min(most, Math.PI);
  let shownTo = least;
  for (let to = Math.max(firstStretch, least * 2); ; to *= 2) {
    const names = coverRegion(ringRegion({ from, least: shownTo, most: Math.min(to, end) }), cellsPerSearchMax);
    yield { shownTo, ranges: prefixes.flatMap((prefix) => cellRanges(prefix, names)) };
    if (to >= end) return;
    shownTo = to;
  }
}

import { isDocument, type Document } from '../document';
import type { IndexInfo } from '../indexRows';
import { queryFault } from '../match/valueTests';
import { earthRadiusMetres } from './geoDemand';
import { geoPathOf } from './geoRows';
import { nearestIn } from './nearestIn';
import { nearOf } from './nearOf';

/** A `$geoNear` stage, read: what it filters by, and what it says of each document it finds. */
export interface GeoNear {
  readonly filter: Document;
  readonly measure: (document: Document) => Document;
}

/**
 * Reads `$geoNear`: documents by their distance from a place, in metres from GeoJSON and in radians from a bare pair. Without `key` it
 * measures the field of the only geo index. Source: MongoDB's manual, "$geoNear". Refuses a collection without a geo index, and one with
 * several when no `key` tells which.
 */
export function readGeoNear(operand: unknown, indexes: readonly IndexInfo[]): GeoNear {
  if (!isDocument(operand)) throw queryFault('$geoNear requires an object');
  const { near, distanceField, query, includeLocs, minDistance, maxDistance } = operand;
  if (typeof distanceField !== 'string') throw queryFault('$geoNear requires a distanceField');
  const path = pathOf(operand['key'], indexes);
  const bounds = { $minDistance: minDistance, $maxDistance: maxDistance };
  const condition = isDocument(near) ? { $nearSphere: { $geometry: near, ...bounds } } : { $nearSphere: near, ...bounds };
  const asked = { [path]: condition };
  const measured = nearOf(asked);
  const multiplier = typeof operand['distanceMultiplier'] === 'number' ? operand['distanceMultiplier'] : 1;
  const unit = (isDocument(near) ? earthRadiusMetres : 1) * multiplier;
  return {
    filter: isDocument(query) ? { $and: [asked, query] } : asked,
    measure(document) {
      const nearest = measured === undefined ? undefined : nearestIn(document, measured);
      if (nearest === undefined) return document;
      const withDistance = withPath(document, distanceField, nearest.radians * unit);
      return typeof includeLocs === 'string' ? withPath(withDistance, includeLocs, nearest.place) : withDistance;
    },
  };
}

/** Source of the texts: MongoDB's source, `document_source_geo_near.cpp`. */
function pathOf(key: unknown, indexes: readonly IndexInfo[]): string {
  const paths = [...new Set(indexes.flatMap((index) => geoPathOf(index) ?? []))];
  const [only] = paths;
  if (only === undefined) throw queryFault('$geoNear requires a 2d or 2dsphere index, but none were found');
  if (typeof key === 'string') return key;
  if (paths.length > 1) throw queryFault('There is more than one 2dsphere index; unsure which to use for $geoNear');
  return only;
}

function withPath(document: Document, path: string, value: unknown): Document {
  const [name = path, ...rest] = path.split('.');
  const inner = document[name];
  return { ...document, [name]: rest.length === 0 ? value : withPath(isDocument(inner) ? inner : {}, rest.join('.'), value) };
}

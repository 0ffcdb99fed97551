import { isDocument, type Document } from '../document';
import { queryFault } from '../match/valueTests';
import { needGeometry, type Geometry } from './geometry';
import { doIntersect, isInside, isWithin, radiansTo, radiansToBorder } from './shapes';
import { angleBetween, type Vector } from './vector';

/** The earth's radius in metres, as MongoDB counts it. */
export const earthRadiusMetres = 6_378_100;

/** Where a filter measures from, and between which distances, in radians. */
export interface NearDemand {
  readonly from: Vector;
  readonly least: number;
  readonly most: number;
}

/** Where a circle around a place lies to a part of the ball: apart from it, partly in it, or wholly. May say `partly` when in doubt. */
export type Region = (place: Vector, radius: number) => 'apart' | 'partly' | 'wholly';

/** What a filter demands of a shape. Everything it holds for has a place in the region. */
export interface RegionDemand {
  readonly region: Region;
  readonly holds: (geometry: Geometry) => boolean;
}

/** The region between two distances from a place. */
export function ringRegion({ from, least, most }: NearDemand): Region {
  return (place, radius) => {
    const away = angleBetween(from, place);
    const outside = Math.max(away - most, least - away);
    return outside > radius ? 'apart' : outside <= -radius ? 'wholly' : 'partly';
  };
}

/** The region a shape fills. */
export function shapeRegion(geometry: Geometry): Region {
  return (place, radius) => {
    if (radiansToBorder(place, geometry) <= radius) return 'partly';
    return isInside(place, geometry) ? 'wholly' : 'apart';
  };
}

/**
 * Reads `$near` or `$nearSphere`. Distances beside GeoJSON are in metres, beside a bare pair of numbers in radians.
 * Source: MongoDB's manual, "$nearSphere". Refuses what is no single place, and distances below 0.
 */
export function nearDemand(operand: unknown, condition: Document): NearDemand {
  const inside = isDocument(operand) ? operand : {};
  const unit = isDocument(operand) ? earthRadiusMetres : 1;
  const distance = (name: string, absent: number): number => readDistance(inside[name] ?? condition[name], absent) / unit;
  return { from: centreOf(operand), least: distance('$minDistance', 0), most: distance('$maxDistance', Infinity) };
}

/** Reads `$geoWithin` or `$geoIntersects`; `undefined` for any other operator. Refuses what names no shape. */
export function regionDemand(operator: string, operand: unknown): RegionDemand | undefined {
  if (operator === '$geoIntersects') {
    const wanted = needGeometry(operand);
    return { region: shapeRegion(wanted), holds: (geometry) => doIntersect(geometry, wanted) };
  }
  if (operator !== '$geoWithin' || !isDocument(operand)) return undefined;
  if (operand['$centerSphere'] !== undefined) return sphereDemand(operand['$centerSphere']);
  const flat = Object.keys(operand).find((name) => name !== '$geometry');
  if (flat !== undefined) throw queryFault(`unknown geo specifier: ${flat} (shapes on the flat are not offered)`);
  const wanted = needGeometry(operand);
  if (wanted.surfaces.length === 0) throw queryFault('$geoWithin needs a Polygon or a MultiPolygon');
  return { region: shapeRegion(wanted), holds: (geometry) => isWithin(geometry, wanted.surfaces) };
}

/** A shape lies in a circle when it stays as far from the opposite place as the circle does. */
function sphereDemand(sphere: unknown): RegionDemand {
  const [place, radius] = Array.isArray(sphere) ? (sphere as readonly unknown[]) : [];
  const from = centreOf(place);
  const most = readDistance(radius, 0);
  const opposite: Vector = [-from[0], -from[1], -from[2]];
  return { region: ringRegion({ from, least: 0, most }), holds: (geometry) => Math.PI - radiansTo(opposite, geometry) <= most };
}

/** The place a query measures from. Refuses what is no single place. */
export function centreOf(operand: unknown): Vector {
  const { points, lines, surfaces } = needGeometry(operand);
  const [centre] = points;
  if (centre === undefined || points.length + lines.length + surfaces.length > 1) throw queryFault('a point is needed to measure from');
  return centre;
}

function readDistance(value: unknown, absent: number): number {
  if (value === undefined || value === null) return absent;
  if (typeof value !== 'number' || !(value >= 0)) throw queryFault('distances must be numbers of at least 0');
  return value;
}

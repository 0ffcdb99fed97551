import { isDocument, type Document } from '../document';
import { queryFault, type ValueTest } from '../match/valueTests';
import { distanceMetres, earthRadiusMetres, nearestMetres } from './distanceMetres';
import { needGeometry, readGeometry, type Position } from './geometry';
import { doIntersect, isWithin } from './shapes';

/**
 * Tests of shapes in filters. Distances are over a ball; edges are straight in degrees, which differs from MongoDB's only for shapes
 * as wide as countries. Source: MongoDB's manual, "Geospatial Query Operators".
 */
export const geoTests: Readonly<Record<string, (operand: unknown, condition: Document) => ValueTest | undefined>> = {
  $near: nearTest,
  $nearSphere: nearTest,
  $geoWithin: withinTest,
  $geoIntersects(operand) {
    const wanted = needGeometry(operand);
    return (value) => {
      const geometry = readGeometry(value);
      return geometry !== undefined && doIntersect(geometry, wanted);
    };
  },
  // Read together with $near or $nearSphere.
  $maxDistance: () => undefined,
  $minDistance: () => undefined,
};

/** Where a filter measures from and on which field, when it asks for what is near. */
export function nearOf(filter: Document): { readonly path: string; readonly from: Position } | undefined {
  for (const [path, condition] of Object.entries(filter)) {
    if (path === '$and' && Array.isArray(condition)) {
      const inner = condition.filter(isDocument).map(nearOf);
      const found = inner.find((near) => near !== undefined);
      if (found !== undefined) return found;
    } else if (isDocument(condition) && ('$near' in condition || '$nearSphere' in condition)) {
      return { path, from: centreOf(condition['$near'] ?? condition['$nearSphere']) };
    }
  }
  return undefined;
}

/** The place a query measures from. Refuses what is no single place. */
export function centreOf(operand: unknown): Position {
  const [centre, ...others] = needGeometry(operand).points;
  if (centre === undefined || others.length > 0) throw queryFault('a point is needed to measure from');
  return centre;
}

function nearTest(operand: unknown, condition: Document): ValueTest {
  const from = centreOf(operand);
  const inside = isDocument(operand) ? operand : {};
  const bound = (name: string): unknown => inside[name] ?? condition[name];
  // Distances beside a bare pair of numbers are in radians, beside GeoJSON in metres. Source: MongoDB's manual, "$nearSphere".
  const unit = isDocument(operand) ? 1 : earthRadiusMetres;
  const [least, most] = [readDistance(bound('$minDistance'), 0), readDistance(bound('$maxDistance'), Infinity)];
  return (value) => {
    const geometry = readGeometry(value);
    if (geometry === undefined) return false;
    const metres = nearestMetres(from, geometry);
    return metres >= least * unit && metres <= most * unit;
  };
}

function readDistance(value: unknown, absent: number): number {
  if (value === undefined || value === null) return absent;
  if (typeof value !== 'number' || !(value >= 0)) throw queryFault('distances must be numbers of at least 0');
  return value;
}

function withinTest(operand: unknown): ValueTest {
  if (!isDocument(operand)) throw queryFault('$geoWithin needs an object');
  const sphere = operand['$centerSphere'];
  if (sphere !== undefined) return sphereTest(sphere);
  const wanted = needGeometry(operand);
  if (wanted.surfaces.length === 0) throw queryFault('$geoWithin needs a Polygon or a MultiPolygon');
  return (value) => {
    const geometry = readGeometry(value);
    return geometry !== undefined && isWithin(geometry, wanted.surfaces);
  };
}

function sphereTest(sphere: unknown): ValueTest {
  const [place, radius] = Array.isArray(sphere) ? (sphere as readonly unknown[]) : [];
  const centre = centreOf(place);
  const most = readDistance(radius, 0) * earthRadiusMetres;
  return (value) => {
    const geometry = readGeometry(value);
    if (geometry === undefined) return false;
    const corners = [...geometry.points, ...geometry.lines.flat(), ...geometry.surfaces.flat(2)];
    return corners.every((corner) => distanceMetres(centre, corner) <= most);
  };
}

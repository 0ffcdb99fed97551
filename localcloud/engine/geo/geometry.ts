import { isDocument } from '../document';
import { queryFault } from '../match/valueTests';
import { edgesOf, type Edge } from './edge';
import { ringOf, type Ring } from './ring';
import { angleBetween, vectorOf, type Vector } from './vector';

/** A ring and its holes. */
export type Surface = readonly Ring[];

/** A shape on the ball as its simple parts: places, the edges of lines, and surfaces. */
export interface Geometry {
  readonly points: readonly Vector[];
  readonly lines: readonly Edge[];
  readonly surfaces: readonly Surface[];
}

/** Reads a GeoJSON shape, or a pair of numbers as a place; `undefined` when a value is neither. */
export function readGeometry(value: unknown): Geometry | undefined {
  const pair = readPlace(value);
  if (pair !== undefined) return { ...nothing, points: [pair] };
  if (!isDocument(value) || typeof value['type'] !== 'string') return undefined;
  const read = Object.hasOwn(readers, value['type']) ? readers[value['type']] : undefined;
  return read?.(value[value['type'] === 'GeometryCollection' ? 'geometries' : 'coordinates']);
}

/** Reads the shape a query names. Refuses what is none. */
export function needGeometry(value: unknown): Geometry {
  const geometry = readGeometry(isDocument(value) && '$geometry' in value ? value['$geometry'] : value);
  if (geometry === undefined) throw queryFault('invalid geo value: a GeoJSON geometry is needed');
  return geometry;
}

/** Every edge of a shape. */
export function allEdges(geometry: Geometry): readonly Edge[] {
  return [...geometry.lines, ...geometry.surfaces.flat().flatMap((ring) => ring.edges)];
}

/** Every place a shape names. */
export function allPlaces(geometry: Geometry): readonly Vector[] {
  return [...geometry.points, ...allEdges(geometry).flatMap((edge) => [edge.from, edge.to])];
}

const nothing: Geometry = { points: [], lines: [], surfaces: [] };

const readers: Readonly<Record<string, (coordinates: unknown) => Geometry | undefined>> = {
  Point: (coordinates) => map(readPlace(coordinates), (point) => ({ ...nothing, points: [point] })),
  MultiPoint: (coordinates) => map(readAll(coordinates, readPlace), (points) => ({ ...nothing, points })),
  LineString: (coordinates) => map(readLine(coordinates), (lines) => ({ ...nothing, lines })),
  MultiLineString: (coordinates) => map(readAll(coordinates, readLine), (lines) => ({ ...nothing, lines: lines.flat() })),
  Polygon: (coordinates) => map(readAll(coordinates, readRing), (surface) => ({ ...nothing, surfaces: [surface] })),
  MultiPolygon: (coordinates) =>
    map(
      readAll(coordinates, (rings) => readAll(rings, readRing)),
      (surfaces) => ({ ...nothing, surfaces }),
    ),
  GeometryCollection: (geometries) => map(readAll(geometries, readGeometry), joined),
};

function joined(parts: readonly Geometry[]): Geometry {
  return {
    points: parts.flatMap((part) => part.points),
    lines: parts.flatMap((part) => part.lines),
    surfaces: parts.flatMap((part) => part.surfaces),
  };
}

function map<T>(value: T | undefined, make: (value: T) => Geometry): Geometry | undefined {
  return value === undefined ? undefined : make(value);
}

function readPlace(value: unknown): Vector | undefined {
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const [longitude, latitude] = value as readonly unknown[];
  if (typeof longitude !== 'number' || typeof latitude !== 'number') return undefined;
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 ? vectorOf(longitude, latitude) : undefined;
}

function readLine(value: unknown): readonly Edge[] | undefined {
  const path = readPath(value);
  return path === undefined || path.length < 2 ? undefined : edgesOf(path);
}

/** At least three corners, and closed. Source: the GeoJSON standard (RFC 7946, 3.1.6), and MongoDB refuses others. */
function readRing(value: unknown): Ring | undefined {
  const path = readPath(value);
  const [first, last] = [path?.[0], path?.at(-1)];
  if (path === undefined || first === undefined || last === undefined || path.length < 4) return undefined;
  return angleBetween(first, last) === 0 ? ringOf(path) : undefined;
}

/** Between opposite places of the ball there is no shortest way, so no path goes there. */
function readPath(value: unknown): readonly Vector[] | undefined {
  const path = readAll(value, readPlace);
  const goes = path?.every((place, at) => at === 0 || angleBetween(path[at - 1] ?? place, place) < Math.PI - 1e-9);
  return goes === true ? path?.filter((place, at) => at === 0 || angleBetween(path[at - 1] ?? place, place) > 0) : undefined;
}

function readAll<T>(value: unknown, read: (item: unknown) => T | undefined): readonly T[] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const items = value.map(read);
  return items.every((item) => item !== undefined) ? items : undefined;
}

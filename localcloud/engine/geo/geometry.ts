import { isDocument } from '../document';
import { queryFault } from '../match/valueTests';

/** A place as longitude and latitude in degrees. */
export type Position = readonly [longitude: number, latitude: number];

/** A shape as its simple parts: places, lines, and surfaces (a ring and its holes). */
export interface Geometry {
  readonly points: readonly Position[];
  readonly lines: readonly (readonly Position[])[];
  readonly surfaces: readonly (readonly (readonly Position[])[])[];
}

/** Reads a GeoJSON shape, or a pair of numbers as a place; `undefined` when a value is neither. */
export function readGeometry(value: unknown): Geometry | undefined {
  const pair = readPosition(value);
  if (pair !== undefined) return { points: [pair], lines: [], surfaces: [] };
  if (!isDocument(value) || typeof value['type'] !== 'string' || !Array.isArray(value['coordinates'])) return undefined;
  const read = Object.hasOwn(readers, value['type']) ? readers[value['type']] : undefined;
  return read?.(value['coordinates']);
}

/** Reads the shape a query names. Refuses what is none. */
export function needGeometry(value: unknown): Geometry {
  const geometry = readGeometry(isDocument(value) && '$geometry' in value ? value['$geometry'] : value);
  if (geometry === undefined) throw queryFault('invalid geo value: a GeoJSON geometry is needed');
  return geometry;
}

const nothing: Geometry = { points: [], lines: [], surfaces: [] };

const readers: Readonly<Record<string, (coordinates: readonly unknown[]) => Geometry | undefined>> = {
  Point: (coordinates) => whole(readPosition(coordinates), (point) => ({ ...nothing, points: [point] })),
  MultiPoint: (coordinates) => whole(readPath(coordinates), (points) => ({ ...nothing, points })),
  LineString: (coordinates) => whole(readPath(coordinates), (line) => ({ ...nothing, lines: [line] })),
  MultiLineString: (coordinates) => whole(readPaths(coordinates), (lines) => ({ ...nothing, lines })),
  Polygon: (coordinates) => whole(readPaths(coordinates), (rings) => ({ ...nothing, surfaces: [rings] })),
  MultiPolygon: (coordinates) => whole(readAll(coordinates, readPaths), (surfaces) => ({ ...nothing, surfaces })),
};

function whole<T>(value: T | undefined, make: (value: T) => Geometry): Geometry | undefined {
  return value === undefined ? undefined : make(value);
}

function readPosition(value: unknown): Position | undefined {
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const [longitude, latitude] = value as readonly unknown[];
  if (typeof longitude !== 'number' || typeof latitude !== 'number') return undefined;
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 ? [longitude, latitude] : undefined;
}

function readPath(value: unknown): readonly Position[] | undefined {
  return readAll(value, readPosition);
}

function readPaths(value: unknown): readonly (readonly Position[])[] | undefined {
  return readAll(value, readPath);
}

function readAll<T>(value: unknown, read: (item: unknown) => T | undefined): readonly T[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const items = value.map(read);
  return items.every((item) => item !== undefined) ? items : undefined;
}

import { cloudFault } from '../../cloudFault';
import type { Document } from '../document';
import { pathLeaves } from '../match/pathLeaves';
import { printText } from '../printText';
import { cellNameOf } from './cell';
import { coverRegion } from './coverRegion';
import { shapeRegion } from './geoDemand';
import { readGeometry, type Geometry } from './geometry';

/** Most cells one shape is kept under. Source of the number: MongoDB's default for its own geo indexes. */
const cellsPerShapeMax = 20;

/** The field by whose place an index finds, if it is a geo index. */
export function geoPathOf(index: {
  readonly fields: readonly { readonly path: string; readonly direction: unknown }[];
}): string | undefined {
  return index.fields.find((field) => field.direction === '2dsphere')?.path;
}

/**
 * The index bytes of a document's shapes at a path: the cells they lie in. None for a document without shape, which such an index leaves
 * out. Refuses (DATABASE_REQUEST_FAILED) what is there and no shape. Source: MongoDB's manual, "2dsphere Indexes".
 */
export function geoKeys(document: Document, path: string): readonly Buffer[] {
  const names = new Set<string>();
  for (const leaf of pathLeaves(document, path)) {
    if (leaf === undefined || leaf === null) continue;
    for (const geometry of shapesOf(leaf, path)) for (const name of cellNames(geometry)) names.add(name);
  }
  return [...names].map((name) => Buffer.from(`${name}\0`));
}

function shapesOf(leaf: unknown, path: string): readonly Geometry[] {
  const whole = readGeometry(leaf);
  if (whole !== undefined) return [whole];
  const items: readonly unknown[] = Array.isArray(leaf) ? leaf : [leaf];
  return items.map((item) => {
    const geometry = readGeometry(item);
    if (geometry === undefined) throw cloudFault('DATABASE_REQUEST_FAILED', `Can't extract geo keys: ${path}: ${printText(item)}`);
    return geometry;
  });
}

function cellNames(geometry: Geometry): readonly string[] {
  const { points, lines, surfaces } = geometry;
  if (lines.length === 0 && surfaces.length === 0 && points.length <= cellsPerShapeMax) return points.map(cellNameOf);
  return coverRegion(shapeRegion(geometry), cellsPerShapeMax);
}

/** The stretches of an index in which everything lies that touches some cells: what is in them, and what they are in. */
export function cellRanges(prefix: Buffer, names: readonly string[]): { readonly from: Buffer; readonly to: Buffer }[] {
  const around = new Set(names.flatMap((name) => Array.from({ length: name.length - 1 }, (_, at) => name.slice(0, at + 1))));
  const stretch = (name: string, first: number[], last: number): { from: Buffer; to: Buffer } => {
    const key = Buffer.concat([prefix, Buffer.from(name)]);
    return { from: Buffer.concat([key, Buffer.from(first)]), to: Buffer.concat([key, Buffer.from([last])]) };
  };
  return [...names.map((name) => stretch(name, [], 255)), ...[...around].map((name) => stretch(name, [0], 1))];
}

import type { Document } from '../document';
import { pathLeaves } from '../match/pathLeaves';
import { readGeometry } from './geometry';
import type { NearQuery } from './nearOf';
import { radiansTo } from './shapes';

/** The nearest shape a document has at a path, and how far it is, in radians. */
export interface Nearest {
  readonly radians: number;
  readonly place: unknown;
}

/** Measures a document: of the shapes at the path (a list may hold several) the nearest within the distances asked for. */
export function nearestIn(document: Document, { path, from, least, most }: NearQuery): Nearest | undefined {
  let nearest: Nearest | undefined;
  for (const place of placesIn(document, path)) {
    const geometry = readGeometry(place);
    const radians = geometry === undefined ? Infinity : radiansTo(from, geometry);
    if (radians < least || radians > most || radians === Infinity) continue;
    if (nearest === undefined || radians < nearest.radians) nearest = { radians, place };
  }
  return nearest;
}

/** What may be a shape at a path: the value itself, and the items of a list. */
export function placesIn(document: Document, path: string): readonly unknown[] {
  return pathLeaves(document, path).flatMap((leaf) => {
    const items: readonly unknown[] = Array.isArray(leaf) && readGeometry(leaf) === undefined ? leaf : [];
    return [leaf, ...items];
  });
}

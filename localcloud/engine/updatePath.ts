import { isDocument, type Document } from './document';
import { shown, updateFault } from './updateFault';

/** The place a dotted path leads to: the object or list that holds it, and its name or number there. */
export interface Place {
  readonly holder: Document | unknown[];
  readonly name: string;
  readonly path: string;
}

/** Longest list a numbered path may create by padding. Source: MongoDB's limit on backfilling arrays. */
const padMax = 1_500_000;

/**
 * Finds where a path leads, making the objects on the way where they are absent.
 * Refuses to lead through null or a scalar, as MongoDB does ("Cannot create field …").
 */
export function makePlace(document: Document, path: string): Place {
  const segments = splitPath(path);
  let holder: Document | unknown[] = document;
  for (let at = 0; at < segments.length - 1; at += 1) {
    const name = segments[at] ?? '';
    let inner = valueAt(holder, name);
    if (inner === undefined) {
      inner = {};
      assign({ holder, name, path }, inner);
    }
    if (!isDocument(inner) && !Array.isArray(inner)) throw cannotCreate(segments[at + 1] ?? '', name, inner);
    holder = inner;
    const next = segments[at + 1] ?? '';
    if (Array.isArray(holder) && !isIndex(next)) throw cannotCreate(next, name, holder);
  }
  return { holder, name: segments[segments.length - 1] ?? '', path };
}

/** Finds where a path leads if every step on the way exists; `undefined` when it leads nowhere. */
export function findPlace(document: Document, path: string): Place | undefined {
  const segments = splitPath(path);
  let holder: Document | unknown[] = document;
  for (const name of segments.slice(0, -1)) {
    const inner = valueAt(holder, name);
    if (!isDocument(inner) && !Array.isArray(inner)) return undefined;
    holder = inner;
  }
  return { holder, name: segments[segments.length - 1] ?? '', path };
}

/** The value at a place; `undefined` when there is none. */
export function read(place: Place): unknown {
  return valueAt(place.holder, place.name);
}

/** Puts a value at a place; a list grows with nulls up to the number asked for. */
export function assign(place: Place, value: unknown): void {
  const { holder, name } = place;
  if (!Array.isArray(holder)) {
    holder[name] = value;
    return;
  }
  const at = Number(name);
  if (at - holder.length > padMax) throw updateFault(`can't backfill more than ${padMax} elements`);
  while (holder.length < at) holder.push(null);
  holder[at] = value;
}

/** Removes what is at a place; in a list the item becomes null, as MongoDB's `$unset` does. */
export function clear(place: Place): void {
  if (!Array.isArray(place.holder)) delete place.holder[place.name];
  else if (isIndex(place.name) && Number(place.name) < place.holder.length) place.holder[Number(place.name)] = null;
}

/** Whether a path segment is a place in a list. */
export function isIndex(segment: string): boolean {
  return /^(0|[1-9]\d*)$/.test(segment);
}

/** Splits a dotted path. Refuses empty names, names with a dollar sign and names JavaScript keeps for itself. */
export function splitPath(path: string): readonly string[] {
  const segments = path.split('.');
  for (const segment of segments) {
    if (segment === '') throw updateFault(`The update path '${path}' contains an empty field name, which is not allowed.`);
    if (segment === '__proto__') throw updateFault(`The field name '__proto__' in '${path}' is not allowed.`);
    if (segment.startsWith('$')) {
      throw updateFault(
        `The dollar ($) prefixed field '${segment}' in '${path}' is not allowed in the context of an update's replacement document.`,
      );
    }
  }
  return segments;
}

function valueAt(holder: Document | unknown[], name: string): unknown {
  if (Array.isArray(holder)) return isIndex(name) ? holder[Number(name)] : undefined;
  return Object.hasOwn(holder, name) ? holder[name] : undefined;
}

function cannotCreate(field: string, name: string, value: unknown): Error {
  return updateFault(`Cannot create field '${field}' in element ${shown(name, value)}`);
}

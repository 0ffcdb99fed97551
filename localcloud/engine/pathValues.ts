import { isDocument } from './document';

/** What lies at a dotted path: the values found, and whether a list was crossed on the way or lies at its end. */
export interface PathValues {
  readonly values: readonly unknown[];
  readonly throughList: boolean;
}

/**
 * Reads a dotted path as MongoDB's indexes and sorts do: lists on the way are entered, a list at the end gives its items (an empty
 * one gives `undefined`), a missing field gives `undefined`.
 */
export function pathValues(document: unknown, path: string): PathValues {
  if (!path.includes('.') && isDocument(document)) {
    const value = document[path];
    if (!Array.isArray(value)) return { values: [value], throughList: false };
    return { values: value.length === 0 ? [undefined] : value, throughList: true };
  }
  const found: unknown[] = [];
  const throughList = collect(document, path.split('.'), 0, found);
  return { values: found.length === 0 ? [undefined] : found, throughList };
}

function collect(value: unknown, segments: readonly string[], at: number, found: unknown[]): boolean {
  const segment = segments[at];
  if (segment === undefined) return collectEnd(value, found);
  if (Array.isArray(value)) {
    if (/^\d+$/.test(segment) && Number(segment) < value.length) {
      collect(value[Number(segment)], segments, at + 1, found);
      return true;
    }
    for (const item of value) if (isDocument(item)) collect(item, segments, at, found);
    return true;
  }
  if (!isDocument(value)) {
    found.push(undefined);
    return false;
  }
  return collect(value[segment], segments, at + 1, found);
}

function collectEnd(value: unknown, found: unknown[]): boolean {
  if (!Array.isArray(value)) {
    found.push(value);
    return false;
  }
  if (value.length === 0) found.push(undefined);
  else found.push(...(value as readonly unknown[]));
  return true;
}

import { isDocument } from '../document';

/**
 * What a dotted path leads to in a document, as MongoDB's queries see it: lists on the way are entered (by number, and through each
 * object in them), a missing field gives `undefined`, a list whose items cannot have the field gives nothing at all.
 */
export function pathLeaves(document: unknown, path: string): readonly unknown[] {
  if (!path.includes('.') && isDocument(document)) return [Object.hasOwn(document, path) ? document[path] : undefined];
  const leaves: unknown[] = [];
  collect(document, path.split('.'), 0, leaves);
  return leaves;
}

function collect(value: unknown, segments: readonly string[], at: number, leaves: unknown[]): void {
  const segment = segments[at];
  if (segment === undefined) {
    leaves.push(value);
  } else if (Array.isArray(value)) {
    if (/^\d+$/.test(segment) && Number(segment) < value.length) collect(value[Number(segment)], segments, at + 1, leaves);
    for (const item of value) if (isDocument(item)) collect(item, segments, at, leaves);
  } else if (isDocument(value) && Object.hasOwn(value, segment)) {
    collect(value[segment], segments, at + 1, leaves);
  } else {
    leaves.push(undefined);
  }
}

import { isDocument, type Document } from './document';
import { makeMatcher } from './makeMatcher';
import { updateFault } from './updateFault';

/**
 * Turns the positional signs of an update path into numbers: `$` is the first item the filter matched, `$[]` every item.
 * Refuses `$` when the filter names no list, and `$[name]` (filters by name cannot be sent through the SDK).
 */
export function resolvePositions(document: Document, path: string, filter: Document): readonly string[] {
  if (!path.includes('$')) return [path];
  let paths: readonly string[] = [''];
  for (const segment of path.split('.')) {
    paths = paths.flatMap((prefix) =>
      expand(document, prefix, segment, filter).map((part) => (prefix === '' ? part : `${prefix}.${part}`)),
    );
  }
  return paths;
}

function expand(document: Document, prefix: string, segment: string, filter: Document): readonly string[] {
  if (segment === '$') return [String(matchedPosition(document, prefix, filter))];
  if (segment === '$[]') {
    const list = valueAt(document, prefix);
    if (!Array.isArray(list)) throw updateFault(`The path '${prefix}' must exist in the document in order to apply array updates.`);
    return list.map((_, at) => String(at));
  }
  if (segment.startsWith('$[')) {
    throw updateFault(`No array filter found for identifier '${segment.slice(2, -1)}' in path '${prefix}.${segment}'`);
  }
  return [segment];
}

function matchedPosition(document: Document, prefix: string, filter: Document): number {
  const list = valueAt(document, prefix);
  const conditions = Array.isArray(list) ? conditionsOn(filter, prefix) : [];
  if (Array.isArray(list) && conditions.length > 0) {
    const matchers = conditions.map((condition) => makeMatcher(condition));
    const at = list.findIndex((item) => matchers.every((matches) => matches({ item: [item] })));
    if (at >= 0) return at;
  }
  throw updateFault('The positional operator did not find the match needed from the query.');
}

/** The filter's conditions on a list, rewritten for a list of one item under the name `item`. */
function conditionsOn(filter: Document, prefix: string): Document[] {
  const found: Document[] = [];
  for (const [key, condition] of Object.entries(filter)) {
    if (key === '$and' && Array.isArray(condition)) {
      for (const part of condition) found.push(...(isDocument(part) ? conditionsOn(part, prefix) : []));
    } else if (key === prefix) found.push({ item: condition });
    else if (key.startsWith(`${prefix}.`)) found.push({ [`item${key.slice(prefix.length)}`]: condition });
  }
  return found;
}

function valueAt(document: Document, path: string): unknown {
  let value: unknown = document;
  for (const segment of path.split('.')) {
    if (Array.isArray(value)) value = (value as readonly unknown[])[Number(segment)];
    else if (isDocument(value)) value = value[segment];
    else return undefined;
  }
  return value;
}

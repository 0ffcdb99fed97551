import { cloudFault } from '../cloudFault';
import { isDocument } from '../engine/document';

/** Deepest nesting of a document. Source: MongoDB's limit of 100 levels. */
export const nestingMax = 100;

/**
 * Refuses content MongoDB would not store: names that begin with a dollar sign, nesting too deep, names JavaScript keeps for itself.
 */
export function checkContent(value: unknown, depth = 0): void {
  if (depth > nestingMax) throw cloudFault('DATABASE_REQUEST_FAILED', `cannot nest deeper than ${nestingMax} levels`);
  if (Array.isArray(value)) {
    for (const item of value) checkContent(item, depth + 1);
    return;
  }
  if (!isDocument(value)) return;
  for (const name of Object.keys(value)) {
    if (name.startsWith('$')) {
      throw cloudFault('DATABASE_REQUEST_FAILED', `The dollar ($) prefixed field '${name}' in '${name}' is not valid for storage.`);
    }
    if (name === '__proto__') throw cloudFault('INVALID_PARAM', "The field name '__proto__' is not allowed.");
    checkContent(value[name], depth + 1);
  }
}

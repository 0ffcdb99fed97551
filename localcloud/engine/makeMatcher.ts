import { Query } from 'mingo';
import { cloudFault } from '../cloudFault';
import type { Document } from './document';

/**
 * Turns a filter into a test for documents. The matching is mingo's; a filter it cannot read is refused as MongoDB refuses it.
 */
export function makeMatcher(filter: Document): (document: Document) => boolean {
  if (Object.keys(filter).length === 0) return () => true;
  let query: Query;
  try {
    query = new Query(filter);
  } catch (thrown) {
    throw cloudFault('DATABASE_REQUEST_FAILED', thrown instanceof Error ? thrown.message : String(thrown));
  }
  return (document) => query.test(document);
}

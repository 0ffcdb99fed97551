import { Query } from 'mingo';
import { cloudFault } from '../cloudFault';
import type { Document } from '../engine/document';

/** Keeps only the fields a projection asks for (or drops those it refuses), as a find does. */
export function projectDocument(document: Document, projection: Document): Document {
  if (Object.keys(projection).length === 0) return document;
  try {
    return new Query({}).find<Document>([document], projection).next();
  } catch (thrown) {
    throw cloudFault('DATABASE_REQUEST_FAILED', thrown instanceof Error ? thrown.message : String(thrown));
  }
}

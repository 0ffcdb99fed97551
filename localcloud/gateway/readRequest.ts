import { cloudFault } from '../cloudFault';
import { isDocument, type Document, type DocumentId } from '../engine/document';
import { isDocumentId } from '../engine/catalog';
import { parseText } from '../engine/parseText';

/** A request as the SDK sends it: an action and its fields. */
export type WireRequest = Readonly<Record<string, unknown>> & { readonly action: string };

/** Reads a field that must be text. */
export function textField(request: WireRequest, name: string): string {
  const value = request[name];
  if (typeof value !== 'string') throw cloudFault('INVALID_PARAM', `${name} must be a string`);
  return value;
}

/** Reads a field that holds extended JSON of an object; absent or empty gives `{}`. */
export function documentField(request: WireRequest, name: string, nowMs: number): Document {
  const value = request[name];
  if (value === undefined || value === null || value === '') return {};
  const parsed = typeof value === 'string' ? readJson(value, name, nowMs) : value;
  if (!isDocument(parsed)) throw cloudFault('INVALID_PARAM', `${name} must be an object`);
  return parsed;
}

/** Reads extended JSON. Refuses what is not JSON. */
export function readJson(text: string, name: string, nowMs: number): unknown {
  try {
    return parseText(text, nowMs);
  } catch {
    throw cloudFault('INVALID_PARAM', `${name} is not valid JSON`);
  }
}

/** Reads a whole number of at least 0, or gives what stands for an absent one. */
export function countField(request: WireRequest, name: string, absent: number): number {
  const value = request[name];
  if (value === undefined || value === null) return absent;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
    throw cloudFault('INVALID_PARAM', `${name} must be a whole number of at least 0`);
  }
  return value;
}

/** Reads the `_id` a request by document names. */
export function idField(query: Document): DocumentId {
  const id = query['_id'];
  if (!isDocumentId(id)) throw cloudFault('INVALID_PARAM', 'the document id must be a non-empty string, a number or an object id');
  return id;
}

/** The transaction a request belongs to, if any. */
export function transactionField(request: WireRequest): string | undefined {
  const value = request['transactionId'];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

import { cloudFault } from '../cloudFault';
import { isDocument, type Document } from '../engine/document';
import type { Engine } from '../engine/openEngine';
import type { WireCursors } from './openCursors';
import type { WireSessions } from './openSessions';

/** What commands work with. */
export interface WireContext {
  readonly engine: Engine;
  /** The one database there is; any other is empty. */
  readonly databaseName: string;
  readonly nowMs: () => number;
  /** Where this server listens, as `host:port`: its only member's name. */
  readonly address: () => string;
  readonly cursors: WireCursors;
  readonly sessions: WireSessions;
}

/** One command: its content, the transaction of the engine it belongs to (if any). What it gives is the answer beside `ok`. */
export type WireCommand = (command: Document, context: WireContext, transaction: string | undefined) => Promise<Document> | Document;

/** Reads a member that must be text. */
export function textIn(command: Document, name: string): string {
  const value = command[name];
  if (typeof value !== 'string') throw cloudFault('INVALID_PARAM', `${name} must be a string`);
  return value;
}

/** Reads a member that must be an object; absent gives `{}`. */
export function documentIn(command: Document, name: string): Document {
  const value = command[name] ?? {};
  if (!isDocument(value)) throw cloudFault('INVALID_PARAM', `${name} must be an object`);
  return value;
}

/** Reads a member that must be a list of objects; absent gives none. */
export function documentsIn(command: Document, name: string): readonly Document[] {
  const value = command[name] ?? [];
  if (!Array.isArray(value) || !value.every(isDocument)) throw cloudFault('INVALID_PARAM', `${name} must be a list of objects`);
  return value;
}

/** Reads a number; absent gives `undefined`. */
export function numberIn(command: Document, name: string): number | undefined {
  const value = command[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number') throw cloudFault('INVALID_PARAM', `${name} must be a number`);
  return value;
}

/** The full name of a collection in this server's answers. */
export function namespaceOf(context: WireContext, collection: string): string {
  return `${context.databaseName}.${collection}`;
}

/** Whether a collection is there; reading one that is not finds nothing, as in MongoDB. */
export function isThere(command: Document, context: WireContext, collection: string): boolean {
  return command['$db'] === context.databaseName && context.engine.collections().some((info) => info.name === collection);
}

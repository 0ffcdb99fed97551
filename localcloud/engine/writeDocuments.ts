import { applyUpdate } from './applyUpdate';
import { documentKey, documentTag, idOf, type CollectionInfo, type StoredDocument } from './catalog';
import { commitChanges, duplicateId, uniqueTags } from './commitChanges';
import { currentDocument, type DocumentChange, type EngineCore } from './core';
import type { Document, DocumentId } from './document';
import { findDocuments } from './findDocuments';
import { makeMatcher } from './makeMatcher';
import { parseDocument } from './parseText';
import { printText } from './printText';

/** What a write did: documents changed, the one made by an upsert, the content after (for those who asked for it). */
export interface WriteResult {
  readonly updated: number;
  readonly upsertId?: DocumentId;
  readonly document?: Document;
}

/** An update of the documents a filter finds. */
export interface UpdateRequest {
  readonly filter: Document;
  readonly update: Document;
  readonly multi: boolean;
  readonly nowMs: number;
  /** Whether the caller looks at the content after. */
  readonly returning?: boolean;
}

/** Adds documents, all or none. Refuses an `_id` or a unique value that is taken. Waits for transactions that hold one of them. */
export async function insertDocuments(core: EngineCore, collection: CollectionInfo, documents: readonly Document[]): Promise<void> {
  const changes = documents.map((document) => {
    const key = documentKey(collection, idOf(document));
    return { collection, key, tag: documentTag(key), before: null, after: document };
  });
  const { durable } = await decide(core, () => {
    const seen = new Set<string>();
    for (const change of changes) {
      if (seen.has(change.tag) || currentDocument(core, change.key, change.tag) !== null) {
        throw duplicateId(core, collection, change.after['_id']);
      }
      seen.add(change.tag);
    }
    return changes;
  });
  await durable;
}

/** Updates what a filter finds. One document that changes meanwhile is judged anew; each is changed alone, as MongoDB does. */
export async function updateDocuments(core: EngineCore, collection: CollectionInfo, request: UpdateRequest): Promise<WriteResult> {
  const found = await findDocuments(core, collection, { filter: request.filter, ...(request.multi ? {} : { limit: 1 }) });
  const matches = makeMatcher(request.filter);
  return changeFound(core, collection, found, (current) => {
    const after = parseDocument(current.text);
    if (!matches(after)) return undefined;
    applyUpdate(after, request.update, request);
    return after;
  });
}

/** Removes what a filter finds and gives their number. */
export async function removeDocuments(core: EngineCore, collection: CollectionInfo, filter: Document, multi: boolean): Promise<number> {
  const found = await findDocuments(core, collection, { filter, ...(multi ? {} : { limit: 1 }) });
  const matches = makeMatcher(filter);
  const result = await changeFound(core, collection, found, (current) => (matches(parseDocument(current.text)) ? null : undefined));
  return result.updated;
}

/** Puts a document in the place of another, or adds it. */
export async function replaceDocument(
  core: EngineCore,
  collection: CollectionInfo,
  id: DocumentId,
  content: Document,
): Promise<WriteResult> {
  const key = documentKey(collection, id);
  const tag = documentTag(key);
  const after = { _id: id, ...content };
  const { changes, durable } = await decide(core, () => [{ collection, key, tag, before: currentDocument(core, key, tag), after }]);
  await durable;
  return changes[0]?.before === null ? { updated: 0, upsertId: id } : { updated: 1 };
}

type Next = (current: StoredDocument) => Document | null | undefined;

/**
 * Changes each document by itself and waits once, at the end, for the disk. `undefined` from `next` leaves one as it is.
 * A refused change ends the command; what was decided before it stays, as in MongoDB.
 */
async function changeFound(
  core: EngineCore,
  collection: CollectionInfo,
  found: readonly { document: Document }[],
  next: Next,
): Promise<WriteResult> {
  const written: Promise<void>[] = [];
  let updated = 0;
  let last: Document | null | undefined;
  try {
    for (const { document } of found) {
      const key = documentKey(collection, document['_id']);
      const tag = documentTag(key);
      const work = (): readonly DocumentChange[] => {
        const before = currentDocument(core, key, tag);
        last = before === null ? undefined : next(before);
        return before === null || last === undefined || unchanged(before, last) ? [] : [{ collection, key, tag, before, after: last }];
      };
      const { changes, durable } = await decide(core, work, tag);
      updated += changes.length;
      written.push(durable);
    }
  } finally {
    await Promise.all(written);
  }
  return last === undefined || last === null ? { updated } : { updated, document: last };
}

function unchanged(before: StoredDocument, after: Document | null): boolean {
  return after !== null && printText(after) === before.text;
}

/**
 * Works out changes and commits them at once if nobody holds a document or a unique row they need; otherwise waits and works them
 * out again, so that a plain write never overtakes a transaction.
 */
async function decide(core: EngineCore, work: () => readonly DocumentChange[], firstTag?: string): Promise<Decided> {
  for (;;) {
    if (firstTag !== undefined && core.locks.isTaken(firstTag)) {
      await core.locks.whenFree(firstTag);
      continue;
    }
    const changes = work();
    const blocked = tagsOf(changes).find((tag) => core.locks.isTaken(tag));
    if (blocked === undefined) return { changes, durable: changes.length === 0 ? Promise.resolve() : commitChanges(core, changes) };
    await core.locks.whenFree(blocked);
  }
}

/** What was decided; `durable` resolves when it is on disk. */
interface Decided {
  readonly changes: readonly DocumentChange[];
  readonly durable: Promise<void>;
}

function tagsOf(changes: readonly DocumentChange[]): readonly string[] {
  return changes.flatMap((change) => [change.tag, ...(change.after === null ? [] : uniqueTags(change.collection, change.after))]);
}

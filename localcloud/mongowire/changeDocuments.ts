import { setTimeout } from 'node:timers/promises';
import { isCloudFault } from '../cloudFault';
import { applyUpdate } from '../engine/applyUpdate';
import { idOf, isDocumentId } from '../engine/catalog';
import { isDocument, type Document, type DocumentId } from '../engine/document';
import { makeMatcher } from '../engine/makeMatcher';
import { parseDocument } from '../engine/parseText';
import { readSort } from '../engine/planQuery';
import { printText } from '../engine/printText';
import { newId } from '../gateway/databaseActions';
import { checkContent } from '../gateway/checkContent';
import type { WireContext } from './wireCommand';
import { wireFault } from './wireFault';

/** What to change: where, which documents, into what. Without operators the update is a whole document. */
export interface Change {
  readonly context: WireContext;
  readonly collection: string;
  /** The engine's transaction to work in; absent: one of its own. */
  readonly transaction: string | undefined;
  readonly filter: Document;
  readonly update: Document;
  readonly upsert: boolean;
  readonly sort?: Document;
  readonly removing?: boolean;
  /** Whether the content before is asked for. */
  readonly wantsBefore?: boolean;
}

/** What a change did. `matched` counts one that was made by an upsert, as MongoDB's `n` does. */
export interface Changed {
  readonly matched: number;
  readonly modified: number;
  readonly upsertId?: DocumentId;
  readonly before?: Document;
  readonly after?: Document;
}

/** How often one document is looked for again when others hold or change it, and the longest pause between: together about 30 s. */
const triesMax = 320;
const pauseMaxMs = 100;

/** Changes all documents a filter finds, one by one, as MongoDB does. */
export async function changeMany(change: Change): Promise<Changed> {
  const { context, collection, filter, update, transaction } = change;
  if (!hasOperators(update)) throw wireFault('BadValue', 'multi update is not supported for replacement-style update');
  if (transaction !== undefined) return changeInside(change, transaction, true);
  const matched = await context.engine.count(collection, filter);
  if (matched === 0 && change.upsert) return changeOne(change);
  const { updated } = await context.engine.update(collection, { filter, update, multi: true, nowMs: context.nowMs() });
  return { matched: Math.max(matched, updated), modified: updated };
}

/** Changes (or removes) the first document a filter finds; makes one when none is found and an upsert is asked for. */
export async function changeOne(change: Change): Promise<Changed> {
  if (change.transaction !== undefined) return changeInside(change, change.transaction, false);
  const plain = await changePlainly(change);
  if (plain !== undefined) return plain;
  for (let tries = 1; ; tries += 1) {
    try {
      const id = await firstOf(change);
      if (id === undefined && !change.upsert) return { matched: 0, modified: 0 };
      const done = await alone(change, id);
      if (done !== undefined) return done;
    } catch (thrown) {
      if (!mayTryAgain(thrown, change) || tries >= triesMax) throw thrown;
    }
    if (tries >= triesMax) throw wireFault('WriteConflict', 'the document is changed by others all the time');
    await setTimeout(Math.min(pauseMaxMs, tries));
  }
}

/** Changes the first document a filter finds inside a transaction, or all; makes one when none is found and an upsert is asked for. */
async function changeInside(change: Change, transaction: string, all: boolean): Promise<Changed> {
  const { context, collection, filter, sort } = change;
  const asked = { filter, sort: readSort(sort), ...(all ? {} : { limit: 1 }) };
  const found = await context.engine.transactions.find(transaction, context.engine.collection(collection), asked);
  if (found.length === 0) return change.upsert ? make(change, transaction) : { matched: 0, modified: 0 };
  let done: Changed = { matched: 0, modified: 0 };
  for (const { document } of found) {
    const one = await changeById(change, transaction, idOf(document));
    done = { ...one, matched: done.matched + one.matched, modified: done.modified + one.modified };
  }
  return done;
}

/** What the engine does by itself, waiting for transactions in the way; `undefined` for everything else. */
async function changePlainly(change: Change): Promise<Changed | undefined> {
  const { context, collection, filter, update } = change;
  if (change.removing === true || change.wantsBefore === true || Object.keys(change.sort ?? {}).length > 0) return undefined;
  if (hasOperators(update)) {
    if (change.upsert) return undefined;
    const { updated, document } = await context.engine.update(collection, { filter, update, multi: false, nowMs: context.nowMs() });
    return document === undefined ? { matched: updated, modified: updated } : { matched: 1, modified: updated, after: document };
  }
  const id = filter['_id'];
  if (!change.upsert || Object.keys(filter).length !== 1 || !isDocumentId(id)) return undefined;
  checkContent(update);
  const { upsertId } = await context.engine.replace(collection, id, withoutId(update));
  return {
    matched: 1,
    modified: upsertId === undefined ? 1 : 0,
    after: { ...update, _id: id },
    ...(upsertId === undefined ? {} : { upsertId }),
  };
}

async function firstOf({ context, collection, filter, sort }: Change): Promise<DocumentId | undefined> {
  const [found] = await context.engine.find(collection, { filter, sort: readSort(sort), limit: 1 });
  const id = found?.document['_id'];
  return isDocumentId(id) ? id : undefined;
}

async function alone(change: Change, id: DocumentId | undefined): Promise<Changed | undefined> {
  const { transactions } = change.context.engine;
  const transaction = transactions.start();
  try {
    const done = id === undefined ? await make(change, transaction) : await changeById(change, transaction, id);
    if (done.matched === 0) return undefined;
    await transactions.commit(transaction);
    return done;
  } finally {
    await transactions.abort(transaction);
  }
}

/** A conflict with others; or, in an upsert, a document that another has made meanwhile. */
function mayTryAgain(thrown: unknown, change: Change): boolean {
  if (!isCloudFault(thrown)) return false;
  return thrown.code === 'DATABASE_TRANSACTION_CONFLICT' || (change.upsert && thrown.message.includes('E11000'));
}

async function changeById(change: Change, transaction: string, id: DocumentId): Promise<Changed> {
  const { context, filter, update } = change;
  const { transactions } = context.engine;
  const info = context.engine.collection(change.collection);
  const text = await transactions.read(transaction, info, id);
  const before = text === null ? undefined : parseDocument(text);
  if (before === undefined || !makeMatcher(filter)(before)) return change.upsert ? make(change, transaction) : { matched: 0, modified: 0 };
  if (change.removing === true) {
    await transactions.remove(transaction, info, id);
    return { matched: 1, modified: 1, before };
  }
  const after = changed(before, update, filter, context.nowMs(), false);
  if (printText(after) === text) return { matched: 1, modified: 0, before, after };
  await transactions.replace(transaction, info, id, withoutId(after));
  return { matched: 1, modified: 1, before, after };
}

/** The document of an upsert: what the filter says by equality, then the update. */
async function make(change: Change, transaction: string): Promise<Changed> {
  const { context, filter, update } = change;
  const after = changed(equalities(filter), update, filter, context.nowMs(), true);
  const id = isDocumentId(after['_id']) ? after['_id'] : newId();
  const document = { ...after, _id: id };
  await context.engine.transactions.insert(transaction, context.engine.collection(change.collection), [document]);
  return { matched: 1, modified: 0, upsertId: id, after: document };
}

function changed(document: Document, update: Document, filter: Document, nowMs: number, inserting: boolean): Document {
  if (hasOperators(update)) {
    const copy = parseDocument(printText(document));
    applyUpdate(copy, update, { filter, nowMs, inserting });
    return copy;
  }
  checkContent(update);
  const id = document['_id'] ?? update['_id'];
  return id === undefined ? update : { _id: id, ...update };
}

function equalities(filter: Document): Document {
  const document: Document = {};
  for (const [name, value] of Object.entries(filter)) {
    if (name.startsWith('$')) continue;
    const equal = isDocument(value) && hasOperators(value) ? value['$eq'] : value;
    if (name === '_id') document['_id'] = equal;
    else if (equal !== undefined) applyUpdate(document, { $set: { [name]: equal } }, { filter: {}, nowMs: 0 });
  }
  return document;
}

function withoutId(document: Document): Document {
  return Object.fromEntries(Object.entries(document).filter(([name]) => name !== '_id'));
}

function hasOperators(update: Document): boolean {
  return Object.keys(update)[0]?.startsWith('$') ?? false;
}

/** Removes the first document a filter finds, or all, and gives their number. */
export async function removeMatching(asked: Omit<Change, 'update' | 'upsert'>, all: boolean): Promise<number> {
  const { context, collection, transaction, filter } = asked;
  if (transaction === undefined) return context.engine.remove(collection, filter, all);
  return (await changeInside({ ...asked, update: {}, upsert: false, removing: true }, transaction, all)).matched;
}

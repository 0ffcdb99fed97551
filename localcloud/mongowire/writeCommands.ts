import { isCloudFault } from '../cloudFault';
import type { Document } from '../engine/document';
import { newId } from '../gateway/databaseActions';
import { checkContent } from '../gateway/checkContent';
import { changeOne, changeMany, removeMatching, type Change } from './changeDocuments';
import { documentIn, documentsIn, isThere, textIn, type WireCommand, type WireContext } from './wireCommand';
import { toWireFault, wireFault, type WireFault } from './wireFault';

/** `insert`. Each document by itself: in order until the first that is refused, or all that can be when `ordered` is false. */
export const insert: WireCommand = async (command, context, transaction) => {
  const collection = writable(command, context, 'insert');
  const documents = documentsIn(command, 'documents').map(withId);
  if (transaction === undefined && (await insertTogether(context, collection, documents))) return { n: documents.length };
  return eachOf(command, documents, transaction, async (document) => {
    checkContent(document);
    if (transaction === undefined) await context.engine.insert(collection, [document]);
    else await context.engine.transactions.insert(transaction, context.engine.collection(collection), [document]);
    return { n: 1 };
  });
};

/** One write to disk for all, where nothing stands in the way; which one is refused is found out one by one. */
async function insertTogether(context: WireContext, collection: string, documents: readonly Document[]): Promise<boolean> {
  try {
    for (const document of documents) checkContent(document);
    await context.engine.insert(collection, documents);
    return true;
  } catch (thrown) {
    if (isCloudFault(thrown)) return false;
    throw thrown;
  }
}

function withId(document: Document): Document {
  return document['_id'] === undefined ? { _id: newId(), ...document } : document;
}

/** `update`. */
export const update: WireCommand = async (command, context, transaction) => {
  const collection = writable(command, context, 'update');
  return eachOf(command, documentsIn(command, 'updates'), transaction, async (statement) => {
    const change: Change = { ...readChange(statement, 'q', 'u'), collection, context, transaction };
    const result = statement['multi'] === true ? await changeMany(change) : await changeOne(change);
    return {
      n: result.matched,
      nModified: result.modified,
      ...(result.upsertId === undefined ? {} : { upsertId: result.upsertId }),
    };
  });
};

/** Reads what to change and into what. Refuses what this server cannot do, rather than leaving it out. */
function readChange(statement: Document, filterName: string, updateName: string): Pick<Change, 'filter' | 'update' | 'upsert'> {
  if (Array.isArray(statement[updateName])) throw wireFault('BadValue', 'updates by a pipeline are not offered');
  if (Array.isArray(statement['arrayFilters'])) throw wireFault('BadValue', 'arrayFilters are not offered');
  const update = documentIn(statement, updateName);
  return { filter: documentIn(statement, filterName), update, upsert: statement['upsert'] === true };
}

/** `delete`. `limit: 1` removes one, `limit: 0` all. */
export const remove: WireCommand = async (command, context, transaction) => {
  const collection = writable(command, context, 'delete');
  return eachOf(command, documentsIn(command, 'deletes'), transaction, async (statement) => ({
    n: await removeMatching({ collection, context, transaction, filter: documentIn(statement, 'q') }, statement['limit'] !== 1),
  }));
};

/** `findAndModify`. */
export const findAndModify: WireCommand = async (command, context, transaction) => {
  const collection = writable(command, context, 'findAndModify');
  const result = await changeOne({
    ...readChange(command, 'query', 'update'),
    collection,
    context,
    transaction,
    sort: documentIn(command, 'sort'),
    removing: command['remove'] === true,
    wantsBefore: command['new'] !== true,
  });
  const value = command['new'] === true ? result.after : result.before;
  const upserted = result.upsertId === undefined ? {} : { upserted: result.upsertId };
  const count = result.upsertId === undefined ? result.matched : 1;
  const updatedExisting = result.matched === 1 && result.upsertId === undefined;
  return { value: value ?? null, lastErrorObject: { n: count, updatedExisting, ...upserted } };
};

/** The collection to write to. Writing never makes one, as on the platform. */
function writable(command: Document, context: WireContext, name: string): string {
  const collection = textIn(command, name);
  if (isThere(command, context, collection)) return collection;
  throw wireFault('NamespaceNotFound', `[ResourceNotFound] Db or Table not exist: ${collection}.`);
}

interface Counted {
  readonly n: number;
  readonly nModified?: number;
  readonly upsertId?: unknown;
}

/**
 * Runs a write's statements and counts. One that is refused is told by its place; one that conflicts, and everything in a transaction
 * but a duplicate, fails the command as a whole.
 */
async function eachOf(
  command: Document,
  statements: readonly Document[],
  transaction: string | undefined,
  work: (statement: Document) => Promise<Counted>,
): Promise<Document> {
  let n = 0;
  let nModified: number | undefined;
  const upserted: Document[] = [];
  const writeErrors: Document[] = [];
  for (const [index, statement] of statements.entries()) {
    try {
      const counted = await work(statement);
      n += counted.n;
      if (counted.nModified !== undefined) nModified = (nModified ?? 0) + counted.nModified;
      if (counted.upsertId !== undefined) upserted.push({ index, _id: counted.upsertId });
    } catch (thrown) {
      const fault = toWireFault(thrown);
      if (failsWhole(fault, transaction)) throw fault;
      writeErrors.push({ index, code: fault.wireCode, errmsg: fault.message });
      if (command['ordered'] !== false || transaction !== undefined) break;
    }
  }
  return {
    n,
    ...(nModified === undefined ? {} : { nModified }),
    ...(upserted.length === 0 ? {} : { upserted }),
    ...(writeErrors.length === 0 ? {} : { writeErrors }),
  };
}

function failsWhole(fault: WireFault, transaction: string | undefined): boolean {
  return fault.labels.length > 0 || fault.codeName === 'InternalError' || (transaction !== undefined && fault.codeName !== 'DuplicateKey');
}

import { cloudFault } from '../cloudFault';
import { isDocument, type Document, type DocumentId } from '../engine/document';
import { idOf, isDocumentId, shownId } from '../engine/catalog';
import { randomId } from '../engine/randomId';
import { printText } from '../engine/printText';
import type { WriteResult } from '../engine/writeDocuments';
import { checkContent } from './checkContent';
import type { Action, GatewayContext } from './action';
import { answerText } from './answerText';
import { aggregateDefaultCount, aggregateMaxCount, documentMaxBytes } from './limits';
import { findInside } from './findInside';
import { fitting } from './fitting';
import { documentField, idField, readJson, textField, transactionField, type WireRequest } from './readRequest';

/** `add`, one or many. Documents without `_id` get one of 32 hexadecimal digits. */
export const insertDocument: Action = async (request, context) => {
  const texts = request['data'];
  if (!Array.isArray(texts) || texts.length === 0) throw cloudFault('INVALID_PARAM', 'data must be a non-empty list');
  const documents = texts.map((text) => withId(readContent(text, context)));
  const collection = textField(request, 'collectionName');
  const transaction = transactionField(request);
  if (transaction === undefined) await context.engine.insert(collection, documents);
  else await context.engine.transactions.insert(transaction, context.engine.collection(collection), documents);
  return { data: { insertedIds: documents.map((document) => shownId(idOf(document))) } };
};

function readContent(text: unknown, context: GatewayContext): Document {
  if (typeof text !== 'string') throw cloudFault('INVALID_PARAM', 'each item of data must be a string');
  if (text.length > documentMaxBytes) throw cloudFault('DATABASE_REQUEST_FAILED', 'object to insert too large');
  const document = readJson(text, 'data', context.nowMs());
  if (!isDocument(document)) throw cloudFault('INVALID_PARAM', 'each item of data must be an object');
  checkContent(document);
  return document;
}

function withId(document: Document): Document {
  const id = document['_id'];
  return id === undefined || id === null ? { ...document, _id: newId() } : document;
}

/** An automatic document id: 32 hexadecimal digits, as the platform gives. */
export function newId(): string {
  return randomId();
}

/** `count`. */
export const calculateDocument: Action = async (request, context) => {
  const filter = documentField(request, 'query', context.nowMs());
  return { data: { total: await context.engine.count(textField(request, 'collectionName'), filter) } };
};

/** `doc.update`, `where.update` (operators) and `doc.set` (a whole document). */
export const modifyDocument: Action = async (request, context) => {
  const collection = textField(request, 'collectionName');
  const nowMs = context.nowMs();
  const filter = documentField(request, 'query', nowMs);
  const data = documentField(request, 'data', nowMs);
  if (request['merge'] === false) return replace(request, context, collection, idField(filter), data);
  checkUpdate(data);
  const transaction = transactionField(request);
  const result =
    transaction === undefined
      ? await context.engine.update(collection, { filter, update: data, multi: request['multi'] === true, nowMs })
      : await context.engine.transactions.update(transaction, context.engine.collection(collection), idField(filter), {
          update: data,
          nowMs,
        });
  return { data: { updated: result.updated, upsert_id: null } };
};

async function replace(
  request: WireRequest,
  context: GatewayContext,
  collection: string,
  id: DocumentId,
  content: Document,
): Promise<{ data: unknown }> {
  checkContent(content);
  const transaction = transactionField(request);
  const result =
    transaction === undefined
      ? await context.engine.replace(collection, id, content)
      : await context.engine.transactions.replace(transaction, context.engine.collection(collection), id, content);
  return { data: { updated: result.updated, upsert_id: result.upsertId === undefined ? null : shownId(result.upsertId) } };
}

function checkUpdate(update: Document): void {
  const names = Object.keys(update);
  if (names.length === 0) throw cloudFault('INVALID_PARAM', 'data must not be empty');
  const plain = names.find((name) => !name.startsWith('$'));
  if (plain !== undefined) throw cloudFault('DATABASE_INVALID_OPERRATOR', `Unknown modifier: ${plain}`);
}

/** `updateAndReturn`: one document changed, and its content after. */
export const modifyAndReturnDoc: Action = async (request, context) => {
  const collection = textField(request, 'collectionName');
  const nowMs = context.nowMs();
  const filter = documentField(request, 'query', nowMs);
  const update = documentField(request, 'data', nowMs);
  checkUpdate(update);
  const transaction = transactionField(request);
  const { document } =
    transaction === undefined
      ? await context.engine.update(collection, { filter, update, multi: false, nowMs, returning: true })
      : await changeInside(context, collection, transaction, filter, update);
  // Counts the document found, whether anything in it changed or not.
  if (document === undefined) return { data: { updated: 0, doc: null } };
  return { data: { updated: 1, doc: answerText(printText(document)) } };
};

/** The first document a filter finds, changed inside a transaction; a filter by `_id` alone needs no search. */
async function changeInside(
  context: GatewayContext,
  collection: string,
  transaction: string,
  filter: Document,
  update: Document,
): Promise<WriteResult> {
  const info = context.engine.collection(collection);
  const change = { update, nowMs: context.nowMs(), returning: true };
  const own = filter['_id'];
  if (isDocumentId(own) && Object.keys(filter).length === 1) return context.engine.transactions.update(transaction, info, own, change);
  const [found] = await findInside(context, collection, transaction, { filter, limit: 1 });
  return found === undefined ? { updated: 0 } : context.engine.transactions.update(transaction, info, idOf(found.document), change);
}

/** `doc.remove` and `where.remove`. */
export const removeDocument: Action = async (request, context) => {
  const collection = textField(request, 'collectionName');
  const filter = documentField(request, 'query', context.nowMs());
  const transaction = transactionField(request);
  if (transaction !== undefined) {
    return {
      data: { deleted: await context.engine.transactions.remove(transaction, context.engine.collection(collection), idField(filter)) },
    };
  }
  const multi = request['queryType'] !== 'DOC' && request['multi'] === true;
  return { data: { deleted: await context.engine.remove(collection, filter, multi) } };
};

/** `aggregate … end`. Without a `$limit` it gives 20 documents. */
export const aggregateDocuments: Action = async (request, context) => {
  const stages = request['stages'];
  if (!Array.isArray(stages)) throw cloudFault('INVALID_PARAM', 'stages must be a list');
  const pipeline = stages.map((stage) => readStage(stage, context.nowMs()));
  const most = pipeline.some((stage) => '$limit' in stage) ? aggregateMaxCount : aggregateDefaultCount;
  const list = await context.engine.aggregate(textField(request, 'collectionName'), pipeline, most);
  const kept = list.slice(0, most);
  return { data: { list: fitting(kept.map((document) => answerText(printText(document)))) } };
};

function readStage(stage: unknown, nowMs: number): Document {
  if (!isDocument(stage) || typeof stage['stageKey'] !== 'string' || typeof stage['stageValue'] !== 'string') {
    throw cloudFault('INVALID_PARAM', 'each stage must have a stageKey and a stageValue');
  }
  return { [stage['stageKey']]: readJson(stage['stageValue'], 'stageValue', nowMs) };
}

/** `createCollection`. */
export const addCollection: Action = async (request, context) => {
  await context.engine.createCollection(textField(request, 'collectionName'));
  return {};
};

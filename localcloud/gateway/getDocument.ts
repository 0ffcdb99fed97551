import { cloudFault } from '../cloudFault';
import { idOf } from '../engine/catalog';
import type { Document, DocumentId } from '../engine/document';
import type { FoundDocument } from '../engine/findDocuments';
import { parseDocument } from '../engine/parseText';
import { readSort } from '../engine/planQuery';
import { printText } from '../engine/printText';
import type { Action, GatewayContext } from './action';
import { fitting } from './fitting';
import { getDefaultCount, getMaxCount } from './limits';
import { projectDocument } from './projectDocument';
import { countField, documentField, idField, textField, transactionField } from './readRequest';

/** `doc.get` and `where.get`. */
export const getDocument: Action = async (request, context) => {
  const collection = textField(request, 'collectionName');
  const filter = documentField(request, 'query', context.nowMs());
  const projection = request['projection'] === undefined ? undefined : documentField(request, 'projection', context.nowMs());
  const transaction = transactionField(request);
  if (request['queryType'] === 'DOC') {
    const text = await readOne(context, collection, idField(filter), transaction);
    return { data: { list: text === null ? [] : [projected(text, projection)] } };
  }
  if (transaction !== undefined && context.whereInTransactions !== true) throw whereInTransaction();
  const found = await context.engine.find(collection, {
    filter,
    sort: readSort(documentField(request, 'order', context.nowMs())),
    skip: countField(request, 'offset', 0),
    limit: Math.min(countField(request, 'limit', getDefaultCount) || getDefaultCount, getMaxCount),
  });
  const texts = transaction === undefined ? found.map((item) => item.text) : await readAllIn(context, collection, found, transaction);
  return { data: { list: fitting(texts.map((text) => projected(text, projection))) } };
};

/** What was found as committed, each document as the transaction sees it; those it has removed are left out. */
async function readAllIn(
  context: GatewayContext,
  collection: string,
  found: readonly FoundDocument[],
  transaction: string,
): Promise<string[]> {
  const texts: string[] = [];
  for (const { document } of found) {
    const text = await readOne(context, collection, idOf(document), transaction);
    if (text !== null) texts.push(text);
  }
  return texts;
}

async function readOne(
  context: GatewayContext,
  collection: string,
  id: DocumentId,
  transaction: string | undefined,
): Promise<string | null> {
  if (transaction === undefined) return context.engine.read(collection, id);
  return context.engine.transactions.read(transaction, context.engine.collection(collection), id);
}

function projected(text: string, projection: Document | undefined): string {
  return projection === undefined ? text : printText(projectDocument(parseDocument(text), projection));
}

/** Whether the platform runs `where().get()` inside a transaction is not documented, so code must not rest on it unless asked for. */
function whereInTransaction(): Error {
  return cloudFault('DATABASE_REQUEST_FAILED', 'a transaction works by document id only: where().get() is refused inside one');
}

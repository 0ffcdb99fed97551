import type { Document, DocumentId } from '../engine/document';
import { parseDocument } from '../engine/parseText';
import { readSort } from '../engine/planQuery';
import { printText } from '../engine/printText';
import type { Action, GatewayContext } from './action';
import { answerText } from './answerText';
import { findInside } from './findInside';
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
  const asked = {
    filter,
    sort: readSort(documentField(request, 'order', context.nowMs())),
    skip: countField(request, 'offset', 0),
    limit: Math.min(countField(request, 'limit', getDefaultCount) || getDefaultCount, getMaxCount),
  };
  const found =
    transaction === undefined ? await context.engine.find(collection, asked) : await findInside(context, collection, transaction, asked);
  return { data: { list: fitting(found.map(({ text }) => projected(text, projection))) } };
};

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
  return answerText(projection === undefined ? text : printText(projectDocument(parseDocument(text), projection)));
}

import { idOf, type CollectionInfo } from './catalog';
import type { EngineCore } from './core';
import { findDocuments, type FindRequest, type FoundDocument } from './findDocuments';
import { makeMatcher } from './makeMatcher';
import { parseDocument } from './parseText';
import { sortDocuments } from './sortDocuments';
import { readIn, type Transaction } from './transactionSteps';

/**
 * What a filter finds inside a transaction: documents it finds as committed, each as the transaction sees it, and those the transaction
 * has itself made or changed so that they match (these stand last where no order is asked for).
 */
export async function findIn(
  core: EngineCore,
  transaction: Transaction,
  collection: CollectionInfo,
  request: FindRequest,
): Promise<FoundDocument[]> {
  const { filter, sort = [], skip = 0, limit } = request;
  const matches = makeMatcher(filter);
  const committed = await findDocuments(core, collection, { filter, sort });
  const own = [...transaction.changes.values()].flatMap(({ collection: where, after, before }) =>
    where === collection && after !== null ? [{ record: before?.record ?? Infinity, id: idOf(after) }] : [],
  );
  const found = new Map<string, FoundDocument>();
  for (const { record, id } of [...committed.map((one) => ({ record: one.record, id: idOf(one.document) })), ...own]) {
    const text = await readIn(core, transaction, collection, id);
    const document = text === null ? undefined : parseDocument(text);
    if (text !== null && document !== undefined && matches(document)) found.set(`${typeof id} ${String(id)}`, { record, text, document });
  }
  const ordered = sort.length === 0 ? [...found.values()] : sortDocuments([...found.values()], sort, (one) => one.document);
  return ordered.slice(skip, limit === undefined ? undefined : skip + limit);
}

import { documentTag, idOf, numberedKey, readStored, type CollectionInfo } from './catalog';
import type { EngineCore } from './core';
import type { Document, DocumentId } from './document';
import { findDocuments, type FindRequest, type FoundDocument } from './findDocuments';
import { makeMatcher } from './makeMatcher';
import { parseDocument } from './parseText';
import { sortDocuments } from './sortDocuments';
import { readIn, type Transaction } from './transactionSteps';

/**
 * What a filter finds inside a transaction, as the transaction sees it: its own changes, else its snapshot (eager) or the latest
 * (pessimistic). Without an order, documents come in the order of their insertion, the transaction's own last.
 */
export async function findIn(
  core: EngineCore,
  transaction: Transaction,
  collection: CollectionInfo,
  request: FindRequest,
): Promise<FoundDocument[]> {
  const { filter, sort = [], skip = 0, limit } = request;
  const matches = makeMatcher(filter);
  if (core.mode === 'eager') transaction.snapshot ??= core.history.begin();
  const found = new Map<string, FoundDocument>();
  for (const { record, id } of await candidatesIn(core, transaction, collection, filter)) {
    const text = await readIn(core, transaction, collection, id);
    const document = text === null ? undefined : parseDocument(text);
    if (text !== null && document !== undefined && matches(document)) found.set(`${typeof id} ${String(id)}`, { record, text, document });
  }
  const inTurn = [...found.values()].sort((left, right) => (left.record < right.record ? -1 : Number(left.record > right.record)));
  const ordered = sort.length === 0 ? inTurn : sortDocuments(inTurn, sort, (one) => one.document);
  return ordered.slice(skip, limit === undefined ? undefined : skip + limit);
}

interface Candidate {
  readonly record: number;
  readonly id: DocumentId;
}

/** Whatever may match: as committed now, as it was at the snapshot, as the transaction has left it. */
async function candidatesIn(
  core: EngineCore,
  transaction: Transaction,
  collection: CollectionInfo,
  filter: Document,
): Promise<readonly Candidate[]> {
  const committed = (await findDocuments(core, collection, { filter })).map(({ record, document }) => ({ record, id: idOf(document) }));
  const tagsBegin = documentTag(numberedKey(collection.number, Buffer.alloc(0)));
  const past = transaction.snapshot === undefined ? [] : core.history.changedFrom(tagsBegin, transaction.snapshot);
  const before = past.map(readStored).map(({ record, text }) => ({ record, id: idOf(parseDocument(text)) }));
  const own = [...transaction.changes.values()].flatMap(({ collection: where, after, before: was }) =>
    where === collection && after !== null ? [{ record: was?.record ?? Infinity, id: idOf(after) }] : [],
  );
  return [...committed, ...before, ...own];
}

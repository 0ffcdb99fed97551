import { cloudFault, plea, type CloudFault } from '../cloudFault';
import type { CollectionInfo } from './catalog';
import { commitChanges } from './commitChanges';
import type { EngineCore } from './core';
import type { Document, DocumentId } from './document';
import type { FindRequest, FoundDocument } from './findDocuments';
import { findIn } from './findIn';
import { randomId } from './randomId';
import { insertIn, readIn, removeIn, replaceIn, updateIn, type Transaction } from './transactionSteps';
import type { UpdateRequest, WriteResult } from './writeDocuments';

/** How long a transaction may stay open. Source: CloudBase ends transactions after about 30 s. */
export const transactionMaxMs = 30_000;

/** An update of one document. `returning`: whether the caller looks at the content after. */
export type UpdateByIdRequest = Pick<UpdateRequest, 'update' | 'nowMs' | 'returning'>;

/** Transactions by id: begun, used by document id only, committed or given up. Every refusal inside one ends it. */
export interface Transactions {
  /** Begins one. `owner` names who uses it, so that it ends with its user. */
  start(owner?: string): string;
  read(id: string, collection: CollectionInfo, documentId: DocumentId): Promise<string | null>;
  /** What a filter finds, as the transaction sees it. */
  find(id: string, collection: CollectionInfo, request: FindRequest): Promise<FoundDocument[]>;
  insert(id: string, collection: CollectionInfo, documents: readonly Document[]): Promise<void>;
  update(id: string, collection: CollectionInfo, documentId: DocumentId, request: UpdateByIdRequest): Promise<WriteResult>;
  replace(id: string, collection: CollectionInfo, documentId: DocumentId, content: Document): Promise<WriteResult>;
  remove(id: string, collection: CollectionInfo, documentId: DocumentId): Promise<number>;
  commit(id: string): Promise<void>;
  abort(id: string): Promise<void>;
  /** Gives up every transaction of an owner that is gone. */
  readonly abortOwned: (owner: string) => void;
  abortAll(): void;
}

/** The open transactions and how one ends. */
interface Table {
  readonly open: Map<string, Transaction>;
  readonly end: (transaction: Transaction) => void;
  /** Works inside an open one. Whatever goes wrong in it ends it, as MongoDB does. */
  readonly using: <T>(id: string, work: (transaction: Transaction) => Promise<T>) => Promise<T>;
  readonly abortWhere: (wanted: (transaction: Transaction) => boolean) => void;
}

/** Makes the transactions of an engine. `longestMs`: how long one may stay open, for tests that cannot wait. */
export function openTransactions(core: EngineCore, longestMs = transactionMaxMs): Transactions {
  const table = createTable(core);
  const { open, end, using, abortWhere } = table;
  return {
    start: (owner) => start(table, owner, longestMs),
    read: (id, collection, documentId) => using(id, (one) => readIn(core, one, collection, documentId)),
    find: (id, collection, request) => using(id, (one) => findIn(core, one, collection, request)),
    insert: (id, collection, documents) => using(id, (one) => insertIn(core, one, collection, documents)),
    update: (id, collection, documentId, { update, nowMs }) =>
      using(id, (one) => updateIn(core, one, collection, documentId, update, nowMs)),
    replace: (id, collection, documentId, content) => using(id, (one) => replaceIn(core, one, collection, documentId, content)),
    remove: (id, collection, documentId) => using(id, (one) => removeIn(core, one, collection, documentId)),
    commit: (id) => using(id, (one) => commit(core, one, end)),
    async abort(id) {
      const transaction = open.get(id);
      if (transaction !== undefined) end(transaction);
    },
    abortOwned(owner) {
      abortWhere((one) => one.owner === owner);
    },
    abortAll() {
      abortWhere(() => true);
    },
  };
}

function createTable(core: EngineCore): Table {
  const open = new Map<string, Transaction>();
  const end = (transaction: Transaction): void => {
    clearTimeout(transaction.timer);
    open.delete(transaction.id);
    core.locks.release(transaction.locks);
    if (transaction.snapshot !== undefined) core.history.end(transaction.snapshot);
  };
  return {
    open,
    end,
    async using(id, work) {
      const transaction = open.get(id);
      if (transaction === undefined) throw noSuchTransaction();
      try {
        return await work(transaction);
      } catch (thrown) {
        if (open.has(id)) end(transaction);
        throw thrown;
      }
    },
    abortWhere(wanted) {
      for (const transaction of [...open.values()]) if (wanted(transaction)) end(transaction);
    },
  };
}

function start(table: Table, owner: string | undefined, longestMs: number): string {
  const id = randomId();
  const timer = setTimeout(() => table.abortWhere((one) => one.id === id), longestMs).unref();
  const locks = { held: new Set<string>(), waitingFor: new Set<string>() };
  table.open.set(id, { id, owner, timer, locks, changes: new Map(), unique: new Map(), snapshot: undefined });
  return id;
}

/** The answer to a transaction that ended, was ended, or never was. Source: the public tests of @cloudbase/node-sdk 2.9. */
export function noSuchTransaction(): CloudFault {
  return cloudFault(
    'DATABASE_TRANSACTION_FAIL',
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, ' +
      `transaction must be commit or abort in 30 seconds. ${plea}`,
  );
}

/** Locks go when the outcome is decided, not when it is on disk: later writers stand behind it in the same journal. */
async function commit(core: EngineCore, transaction: Transaction, end: (transaction: Transaction) => void): Promise<void> {
  const changes = [...transaction.changes.values()].filter((change) => change.before !== null || change.after !== null);
  const written = changes.length === 0 ? Promise.resolve() : commitChanges(core, changes);
  end(transaction);
  await written;
}

import { MongoError, WriteConcern, type ClientSession, type Db, type MongoClient } from 'mongodb';
import type { CollectionInfo } from '../engine/catalog';
import { idOf } from '../engine/catalog';
import type { ConflictMode } from '../engine/core';
import { createLocks, type LockOwner } from '../engine/createLocks';
import type { DocumentId } from '../engine/document';
import { noSuchTransaction, transactionMaxMs, type Transactions } from '../engine/openTransactions';
import { randomId } from '../engine/randomId';
import { mongoFault } from './mongoFault';
import { findIn, insertIn, readIn, removeIn, replaceIn, updateIn } from './mongoSteps';

/** How often a commit whose outcome is unknown is asked for again, beside the driver's own retry. */
const commitTriesMax = 3;

interface OpenTransaction {
  readonly id: string;
  readonly owner: string | undefined;
  readonly session: ClientSession;
  readonly locks: LockOwner;
  readonly timer: NodeJS.Timeout;
  /** The operation under way: a session takes one at a time. */
  last: Promise<unknown>;
}

/** Transactions of a MongoDB server, with {@link settled} to wait for those that are being given up. */
export interface MongoTransactions extends Transactions {
  settled(): Promise<void>;
}

/** What ends a transaction, and the ones that are open. */
interface Table {
  readonly open: Map<string, OpenTransaction>;
  readonly end: (one: OpenTransaction) => Promise<void>;
  readonly using: <T>(id: string, touched: readonly [CollectionInfo, DocumentId][], work: Work<T>) => Promise<T>;
}

type Work<T> = (one: OpenTransaction) => Promise<T>;

/**
 * Makes the transactions of a MongoDB server: driver sessions with snapshot reads and majority writes, one operation at a time each.
 * In pessimistic mode a transaction first takes the document in a table of this process and waits its turn, so that members of one
 * gateway queue instead of failing; between several gateways, and for the rest, MongoDB's own conflicts decide, as they always do.
 * @param longestMs how long one may stay open, for tests that cannot wait
 */
export function openMongoTransactions(client: MongoClient, db: Db, mode: ConflictMode, longestMs = transactionMaxMs): MongoTransactions {
  const ending = new Set<Promise<void>>();
  const table = createTable(mode, ending);
  const { open, end, using } = table;
  const abortWhere = (wanted: (one: OpenTransaction) => boolean): void => {
    for (const one of [...open.values()]) if (wanted(one)) void end(one);
  };
  return {
    start: (owner) => start(table, client, owner, longestMs),
    read: (id, info, documentId) => using(id, [[info, documentId]], (one) => readIn(db, one.session, info, documentId)),
    find: (id, info, request) => using(id, [], (one) => findIn(db, one.session, info, request)),
    insert: (id, info, documents) =>
      using(
        id,
        documents.map((document) => [info, idOf(document)] as [CollectionInfo, DocumentId]),
        (one) => insertIn(db, one.session, info, documents),
      ),
    update: (id, info, documentId, request) =>
      using(id, [[info, documentId]], (one) => updateIn(db, one.session, info, documentId, request)),
    replace: (id, info, documentId, content) =>
      using(id, [[info, documentId]], (one) => replaceIn(db, one.session, info, documentId, content)),
    remove: (id, info, documentId) => using(id, [[info, documentId]], (one) => removeIn(db, one.session, info, documentId)),
    async commit(id) {
      const one = open.get(id);
      await using(id, [], ({ session }) => commit(session));
      if (one !== undefined) await end(one);
    },
    async abort(id) {
      const one = open.get(id);
      if (one !== undefined) await end(one);
    },
    abortOwned: (owner) => abortWhere((one) => one.owner === owner),
    abortAll: () => abortWhere(() => true),
    async settled() {
      await Promise.all(ending);
    },
  };
}

function createTable(mode: ConflictMode, ending: Set<Promise<void>>): Table {
  const open = new Map<string, OpenTransaction>();
  const locks = createLocks();
  const end = (one: OpenTransaction): Promise<void> => {
    open.delete(one.id);
    clearTimeout(one.timer);
    // Who waits for a document would wait for ever; who works is waited for.
    if (one.locks.waitingFor.size > 0) locks.release(one.locks);
    const over = giveUp(one).finally(() => {
      locks.release(one.locks);
      ending.delete(over);
    });
    ending.add(over);
    return over;
  };
  return {
    open,
    end,
    async using(id, touched, work) {
      const one = open.get(id);
      if (one === undefined) throw noSuchTransaction();
      const run = one.last.then(async () => {
        if (mode === 'pessimistic') for (const [info, documentId] of touched) await locks.acquire(lockTag(info, documentId), one.locks);
        if (!open.has(id)) throw noSuchTransaction();
        return work(one);
      });
      one.last = run.catch(() => undefined);
      try {
        return await run;
      } catch (thrown) {
        if (open.has(id)) await end(one);
        throw mongoFault(thrown, touched[0]?.[0].name ?? '');
      }
    },
  };
}

function lockTag(info: CollectionInfo, id: DocumentId): string {
  return `${info.name}/${typeof id}/${String(id)}`;
}

function start(table: Table, client: MongoClient, owner: string | undefined, longestMs: number): string {
  const id = randomId();
  const session = client.startSession();
  session.startTransaction({ readConcern: { level: 'snapshot' }, writeConcern: new WriteConcern('majority'), readPreference: 'primary' });
  const timer = setTimeout(() => {
    const one = table.open.get(id);
    if (one !== undefined) void table.end(one);
  }, longestMs).unref();
  const locks = { held: new Set<string>(), waitingFor: new Set<string>() };
  table.open.set(id, { id, owner, session, locks, timer, last: Promise.resolve() });
  return id;
}

/** Rolls back what is still open; that the server cannot be told is no matter, it ends what nobody goes on with. */
async function giveUp(one: OpenTransaction): Promise<void> {
  await one.last;
  if (one.session.inTransaction()) await one.session.abortTransaction().catch(() => undefined);
  await one.session.endSession().catch(() => undefined);
}

async function commit(session: ClientSession): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await session.commitTransaction();
      return;
    } catch (thrown) {
      const unknown = thrown instanceof MongoError && thrown.hasErrorLabel('UnknownTransactionCommitResult');
      if (!unknown || tries >= commitTriesMax) throw thrown;
    }
  }
}

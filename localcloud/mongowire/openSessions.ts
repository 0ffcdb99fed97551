import { Binary, Long } from 'bson';
import { isDocument, type Document } from '../engine/document';
import type { Transactions } from '../engine/openTransactions';
import { toWireFault, wireFault } from './wireFault';

/** Sessions remembered at most; the one unused longest goes first. */
const sessionsMax = 10_000;

/** Sessions of drivers: one transaction at a time each, and the answer to the last write, in case it is asked for again. */
export interface WireSessions {
  /** The engine's transaction a command belongs to, begun if the command says so; `undefined` when it belongs to none. */
  transactionOf(command: Document): string | undefined;
  /** Commits the session's transaction. One committed already is no error: the answer may have been lost. */
  commit(command: Document): Promise<void>;
  /** Gives up the session's transaction. */
  abort(command: Document): Promise<void>;
  /** Runs a write once, however often it is sent with the same number, and gives the same answer each time. */
  once(command: Document, work: () => Promise<Document>): Promise<Document>;
  /** Ends sessions, with the transactions that are still open in them. */
  end(ids: readonly unknown[]): Promise<void>;
}

interface Session {
  number: string;
  transaction: string | undefined;
  committed: boolean;
  answer: Promise<Document> | undefined;
}

/** Makes the sessions of a server over the engine's transactions. */
export function openSessions(transactions: Transactions): WireSessions {
  const sessions = new Map<string, Session>();
  const sessionOf = (command: Document): Session => remember(sessions, idIn(command['lsid']));
  const current = (command: Document): Session => {
    const session = sessionOf(command);
    if (session.number === numberIn(command)) return session;
    throw wireFault('NoSuchTransaction', `Given transaction number ${numberIn(command)} does not match any in progress`);
  };
  return {
    transactionOf(command) {
      if (command['autocommit'] !== false) return undefined;
      if (command['startTransaction'] === true) begin(sessionOf(command), command, transactions);
      const { transaction, committed } = current(command);
      if (transaction === undefined || committed) throw wireFault('NoSuchTransaction', 'the transaction has ended');
      return transaction;
    },
    async commit(command) {
      const session = current(command);
      if (session.committed) return;
      if (session.transaction === undefined) throw wireFault('NoSuchTransaction', 'the transaction has ended');
      await transactions.commit(session.transaction);
      session.committed = true;
    },
    async abort(command) {
      const session = current(command);
      if (session.transaction !== undefined && !session.committed) await transactions.abort(session.transaction);
      session.transaction = undefined;
    },
    once: (command, work) => once(sessions, command, work),
    async end(ids) {
      for (const id of ids) {
        const session = sessions.get(idIn(id));
        sessions.delete(idIn(id));
        if (session?.transaction !== undefined && !session.committed) await transactions.abort(session.transaction);
      }
    },
  };
}

async function once(sessions: Map<string, Session>, command: Document, work: () => Promise<Document>): Promise<Document> {
  if (command['txnNumber'] === undefined || command['lsid'] === undefined || command['autocommit'] === false) return work();
  const session = remember(sessions, idIn(command['lsid']));
  if (session.number === numberIn(command) && session.answer !== undefined) return session.answer;
  session.number = numberIn(command);
  session.answer = work();
  // What failed as a whole took no effect and may be tried again.
  session.answer.catch(() => (session.answer = undefined));
  return session.answer;
}

function begin(session: Session, command: Document, transactions: Transactions): void {
  if (session.transaction !== undefined && !session.committed) void transactions.abort(session.transaction);
  session.number = numberIn(command);
  session.transaction = transactions.start();
  session.committed = false;
  session.answer = undefined;
}

function remember(sessions: Map<string, Session>, id: string): Session {
  const session = sessions.get(id) ?? { number: '', transaction: undefined, committed: false, answer: undefined };
  sessions.delete(id);
  sessions.set(id, session);
  const [oldest] = sessions.keys();
  if (sessions.size > sessionsMax && oldest !== undefined) sessions.delete(oldest);
  return session;
}

/** Numbers of transactions and writes are 64-bit; small ones arrive as plain numbers. */
function numberIn(command: Document): string {
  const number = command['txnNumber'];
  return number instanceof Long ? number.toString() : typeof number === 'number' ? String(number) : '';
}

function idIn(lsid: unknown): string {
  const id = isDocument(lsid) ? lsid['id'] : undefined;
  if (!(id instanceof Binary)) throw toWireFault(wireFault('BadValue', 'lsid must hold a binary id'));
  return id.toString('hex');
}

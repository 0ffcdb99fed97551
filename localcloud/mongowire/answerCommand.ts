import type { Document } from '../engine/document';
import {
  abortTransaction,
  buildInfo,
  commitTransaction,
  connectionStatus,
  endSessions,
  getParameter,
  heard,
  hello,
  listDatabases,
} from './adminCommands';
import { create, createIndexes, drop, listCollections, listIndexes } from './catalogCommands';
import { aggregate, count, distinct, find, getMore, killCursors } from './readCommands';
import { collStats, dbStats, explain, getCmdLineOpts, getLog, hostInfo } from './toolCommands';
import type { WireCommand, WireContext } from './wireCommand';
import { faultAnswer, toWireFault, wireFault } from './wireFault';
import { findAndModify, insert, remove, update } from './writeCommands';

const plain: Readonly<Record<string, WireCommand>> = {
  hello,
  ismaster: hello,
  isMaster: hello,
  ping: heard,
  buildInfo,
  buildinfo: buildInfo,
  getParameter,
  listDatabases,
  connectionStatus,
  refreshSessions: heard,
  endSessions,
  commitTransaction,
  abortTransaction,
  killCursors,
  getMore,
  listCollections,
  listIndexes,
  create,
  drop,
  createIndexes,
  explain,
  dbStats,
  collStats,
  getLog,
  getCmdLineOpts,
  hostInfo,
};

/** Commands that may belong to a transaction. */
const reading: Readonly<Record<string, WireCommand>> = { find, aggregate, count, distinct };

/** Commands that a driver may send twice when it did not hear the answer. */
const writing: Readonly<Record<string, WireCommand>> = {
  insert,
  update,
  delete: remove,
  findAndModify,
  findandmodify: findAndModify,
};

/**
 * Answers one command. Never rejects: what is refused is answered as a MongoDB server would, with `ok: 0`. In a transaction, a refusal
 * ends it, as in MongoDB.
 */
export async function answerCommand(command: Document, context: WireContext): Promise<Document> {
  try {
    refuseCollation(command);
    return { ...(await run(command, context)), ok: 1 };
  } catch (thrown) {
    return faultAnswer(toWireFault(thrown));
  }
}

async function run(command: Document, context: WireContext): Promise<Document> {
  const name = Object.keys(command)[0] ?? '';
  const own = Object.hasOwn(plain, name) ? plain[name] : undefined;
  if (own !== undefined) return own(command, context, undefined);
  const read = Object.hasOwn(reading, name) ? reading[name] : undefined;
  if (read !== undefined) return read(command, context, context.sessions.transactionOf(command));
  const write = Object.hasOwn(writing, name) ? writing[name] : undefined;
  if (write === undefined) throw wireFault('CommandNotFound', `no such command: '${name}'`);
  return context.sessions.once(command, async () => write(command, context, context.sessions.transactionOf(command)));
}

/** Text is compared by its bytes here; another order would be a wrong answer rather than none. */
function refuseCollation(command: Document): void {
  if (command['collation'] !== undefined) throw wireFault('BadValue', 'collations are not offered');
}

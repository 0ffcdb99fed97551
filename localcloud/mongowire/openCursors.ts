import { calculateObjectSize, Long } from 'bson';
import type { Document } from '../engine/document';
import { documentMaxBytes } from '../gateway/limits';
import { wireFault } from './wireFault';

/** Documents of a first batch when nothing is said, and how long an unread cursor lives. Source: MongoDB's manual, "Cursors". */
const firstBatchCount = 101;
const cursorIdleMaxMs = 10 * 60_000;

/** Answers that are fetched in batches. Each is read in full when it is opened; what follows is handed out from memory. */
export interface WireCursors {
  /** The `cursor` member of an answer: its first batch, and an id when there is more. */
  open(namespace: string, documents: readonly Document[], batchCount: number | undefined, single?: boolean): Document;
  /** The `cursor` member of the next batch. Refuses an id that is unknown or was forgotten. */
  next(id: unknown, batchCount: number | undefined): Document;
  /** Forgets cursors and gives the ids that were there. */
  kill(ids: readonly unknown[]): readonly Long[];
}

interface Waiting {
  readonly namespace: string;
  rest: readonly Document[];
  usedMs: number;
}

/** Makes the cursors of a server. */
export function openCursors(nowMs: () => number): WireCursors {
  const waiting = new Map<string, Waiting>();
  let last = 0;
  const forgetIdle = (): void => {
    for (const [id, cursor] of waiting) if (nowMs() - cursor.usedMs > cursorIdleMaxMs) waiting.delete(id);
  };
  return {
    open(namespace, documents, batchCount, single = false) {
      forgetIdle();
      const { batch, rest } = cut(documents, batchCount ?? firstBatchCount);
      if (rest.length === 0 || single) return { firstBatch: batch, id: Long.ZERO, ns: namespace };
      last += 1;
      waiting.set(String(last), { namespace, rest, usedMs: nowMs() });
      return { firstBatch: batch, id: Long.fromNumber(last), ns: namespace };
    },
    next(id, batchCount) {
      const cursor = waiting.get(String(id));
      if (cursor === undefined) throw wireFault('CursorNotFound', `cursor id ${String(id)} not found`);
      const { batch, rest } = cut(cursor.rest, batchCount ?? Infinity);
      cursor.rest = rest;
      cursor.usedMs = nowMs();
      if (rest.length === 0) waiting.delete(String(id));
      return { nextBatch: batch, id: rest.length === 0 ? Long.ZERO : Long.fromNumber(Number(id)), ns: cursor.namespace };
    },
    kill: (ids) => ids.filter((id) => waiting.delete(String(id))).map((id) => Long.fromNumber(Number(id))),
  };
}

/** A batch holds at least one document, and no more than an answer may. */
function cut(documents: readonly Document[], count: number): { batch: readonly Document[]; rest: readonly Document[] } {
  let bytes = 0;
  let at = 0;
  for (; at < documents.length && at < count; at += 1) {
    bytes += calculateObjectSize(documents[at] ?? {});
    if (at > 0 && bytes > documentMaxBytes) break;
  }
  return { batch: documents.slice(0, at), rest: documents.slice(at) };
}

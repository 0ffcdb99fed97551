import type { RowWrite, Store } from './openStore';

/**
 * Decided writes on their way to disk. What is decided is seen at once by reads by key (`pending`), and acknowledged only when it is
 * on disk. Everything decided while one write is under way goes to disk together with the next (group commit).
 */
export interface Journal {
  /** The value a key will have once all decided writes are on disk; `undefined` when none concerns it. `null`: removed. */
  pending(tag: string): string | null | undefined;
  /** Takes over a decided change. Resolves when it is on disk, rejects when it could not be written (then nothing of it counts). */
  append(change: JournalChange): Promise<void>;
  /** Resolves when everything decided so far about a collection is on disk. */
  settled(collection: number): Promise<void> | undefined;
  /** Called when writes could not be stored and everything undecided must begin again. */
  onFailure(listener: (cause: Error) => void): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

/** One decided change: its rows, the keys other readers look up by (`tags`), the collections it touches. */
export interface JournalChange {
  readonly rows: readonly RowWrite[];
  readonly tags: ReadonlyMap<string, string | null>;
  readonly collections: readonly number[];
}

interface Waiting extends JournalChange {
  readonly sequence: number;
  readonly resolve: () => void;
  readonly reject: (cause: Error) => void;
}

/** Most rows one disk write takes, so that a bulk load does not hold others up for long. */
const rowsPerWriteMax = 20_000;

interface JournalState {
  queue: Waiting[];
  sequence: number;
  running: Promise<void> | undefined;
  readonly pending: Map<string, { value: string | null; sequence: number }>;
  readonly lastOf: Map<number, { readonly sequence: number; readonly done: Promise<void> }>;
  readonly listeners: ((cause: Error) => void)[];
}

/** Makes the journal of a store. */
export function openJournal(store: Pick<Store, 'write'>): Journal {
  const state: JournalState = { queue: [], sequence: 0, running: undefined, pending: new Map(), lastOf: new Map(), listeners: [] };
  return {
    pending: (tag) => state.pending.get(tag)?.value,
    append: (change) => append(state, store, change),
    settled: (collection) => state.lastOf.get(collection)?.done,
    onFailure: (listener) => void state.listeners.push(listener),
    idle: () => state.running ?? Promise.resolve(),
  };
}

function append(state: JournalState, store: Pick<Store, 'write'>, change: JournalChange): Promise<void> {
  state.sequence += 1;
  const sequence = state.sequence;
  for (const [tag, value] of change.tags) state.pending.set(tag, { value, sequence });
  const written = new Promise<void>((resolve, reject) => {
    state.queue.push({ ...change, sequence, resolve, reject });
  });
  const done = written.catch(() => undefined);
  for (const collection of change.collections) state.lastOf.set(collection, { sequence, done });
  state.running ??= drain(state, store);
  return written;
}

async function drain(state: JournalState, store: Pick<Store, 'write'>): Promise<void> {
  // Let everything of this turn gather first.
  await Promise.resolve();
  while (state.queue.length > 0) {
    const group = takeGroup(state);
    try {
      await store.write(group.flatMap((change) => change.rows));
    } catch (thrown) {
      fail(state, group, thrown instanceof Error ? thrown : new Error(String(thrown)));
      continue;
    }
    for (const change of group) finish(state, change);
  }
  state.running = undefined;
}

function takeGroup(state: JournalState): Waiting[] {
  let rows = 0;
  let count = 0;
  for (const change of state.queue) {
    if (count > 0 && rows + change.rows.length > rowsPerWriteMax) break;
    rows += change.rows.length;
    count += 1;
  }
  return state.queue.splice(0, count);
}

function finish(state: JournalState, change: Waiting): void {
  for (const tag of change.tags.keys()) if (state.pending.get(tag)?.sequence === change.sequence) state.pending.delete(tag);
  for (const collection of change.collections) {
    if (state.lastOf.get(collection)?.sequence === change.sequence) state.lastOf.delete(collection);
  }
  change.resolve();
}

/** Later changes were decided on top of the ones that could not be written, so they fall with them. */
function fail(state: JournalState, group: readonly Waiting[], cause: Error): void {
  const fallen = [...group, ...state.queue];
  state.queue = [];
  state.pending.clear();
  state.lastOf.clear();
  for (const listener of state.listeners) listener(cause);
  for (const change of fallen) change.reject(cause);
}

import { mkdir, open, readFile, rename, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A small table in one file: all of it in memory, every acknowledged change on disk. */
export interface Records<T> {
  get(key: string): T | undefined;
  /** All of it, in the order the keys were first set. */
  entries(): IterableIterator<[string, T]>;
  size(): number;
  /** The key that was set first. */
  oldestKey(): string | undefined;
  /** Sets a value. Seen at once by `get`; resolves when it is on disk, rejects when it cannot be written (then it is undone). */
  put(key: string, value: T): Promise<void>;
  /** Removes a value, as durably as `put` sets one. */
  remove(key: string): Promise<void>;
  close(): Promise<void>;
}

type Line<T> = readonly [key: string, value: T] | readonly [key: string];

interface Waiting {
  readonly text: string;
  readonly resolve: () => void;
  readonly reject: (cause: unknown) => void;
}

interface State<T> {
  readonly file: string;
  values: Map<string, T>;
  readonly handle: FileHandle;
  /** What of the file is acknowledged. */
  sizeBytes: number;
  /** Whether a write failed: it may have left a part behind what is acknowledged. */
  torn: boolean;
  queue: Waiting[];
  running: Promise<void> | undefined;
}

/**
 * Opens the table in a file, which is made if absent. One line a change; a line torn by a sudden end was never acknowledged and is
 * left out. The file is written anew at each opening, so it does not grow for ever.
 */
export async function openRecords<T>(file: string): Promise<Records<T>> {
  await mkdir(dirname(file), { recursive: true });
  const values = await load<T>(file);
  await writeRecords(file, values);
  const handle = await open(file, 'a');
  const { size } = await handle.stat();
  const state: State<T> = { file, values, handle, sizeBytes: size, torn: false, queue: [], running: undefined };
  return {
    get: (key) => state.values.get(key),
    entries: () => state.values.entries(),
    size: () => state.values.size,
    oldestKey: () => state.values.keys().next().value,
    put(key, value) {
      state.values.set(key, value);
      return append(state, [key, value]);
    },
    remove(key) {
      state.values.delete(key);
      return append(state, [key]);
    },
    async close() {
      await state.running;
      await state.handle.close();
    },
  };
}

/** A file that is not there is empty; one that cannot be read must not be taken for empty. */
function absent(thrown: unknown): Buffer {
  if (typeof thrown === 'object' && thrown !== null && 'code' in thrown && thrown.code === 'ENOENT') return Buffer.alloc(0);
  throw thrown;
}

async function load<T>(file: string, sizeBytes?: number): Promise<Map<string, T>> {
  const bytes = await readFile(file).catch(absent);
  const text = bytes.subarray(0, sizeBytes).toString('utf8');
  const values = new Map<string, T>();
  for (const line of text.slice(0, text.lastIndexOf('\n') + 1).split('\n')) {
    if (line === '') continue;
    const [key, value] = JSON.parse(line) as Line<T>;
    if (value === undefined) values.delete(key);
    else values.set(key, value);
  }
  return values;
}

/** Writes a table into a file, as `openRecords` reads it; the file is either the old one or the whole new one. */
export async function writeRecords<T>(file: string, values: ReadonlyMap<string, T>): Promise<void> {
  const fresh = `${file}.new`;
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(fresh, 'w');
  try {
    await handle.writeFile([...values].map((line) => `${JSON.stringify(line)}\n`).join(''));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(fresh, file);
  await syncFolder(dirname(file));
}

/** Makes sure that names made, moved or removed in a folder are on disk. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  // Some file systems cannot sync a folder; then its names are as safe as they make them.
  await handle.sync().catch(() => undefined);
  await handle.close();
}

function append<T>(state: State<T>, line: Line<T>): Promise<void> {
  const written = new Promise<void>((resolve, reject) => {
    state.queue.push({ text: `${JSON.stringify(line)}\n`, resolve, reject });
  });
  state.running ??= drain(state);
  return written;
}

/** Everything decided while one write is under way goes to disk together with the next. */
async function drain<T>(state: State<T>): Promise<void> {
  await Promise.resolve();
  while (state.queue.length > 0) {
    const group = state.queue.splice(0);
    try {
      await writeGroup(state, group);
      for (const waiting of group) waiting.resolve();
    } catch (thrown) {
      const onDisk = await load<T>(state.file, state.sizeBytes);
      // What was decided later stands on what could not be written, so it falls too.
      const fallen = [...group, ...state.queue.splice(0)];
      state.values = onDisk;
      for (const waiting of fallen) waiting.reject(thrown);
    }
  }
  state.running = undefined;
}

async function writeGroup<T>(state: State<T>, group: readonly Waiting[]): Promise<void> {
  const bytes = Buffer.from(group.map((waiting) => waiting.text).join(''));
  if (state.torn) await state.handle.truncate(state.sizeBytes);
  state.torn = true;
  await state.handle.writeFile(bytes);
  await state.handle.sync();
  state.torn = false;
  state.sizeBytes += bytes.length;
}

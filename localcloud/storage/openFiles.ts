import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { cloudFault } from '../cloudFault';
import type { ByteRange } from './readRange';
import { openRecords, syncFolder, writeRecords, type Records } from './openRecords';

/** Largest file. Source: the platform's documented limit of 50 MB for one upload. */
export const fileMaxBytes = 50 * 1024 ** 2;

/** The table of all files, beside their contents. */
const recordsName = 'files.jsonl';

/** A file as it is kept. Its content lies in a file of a made-up name, so no path a caller chooses ever reaches the disk. */
export interface StoredFile {
  readonly path: string;
  readonly content: string;
  readonly bytes: number;
  /** SHA-256 of the content, hex. */
  readonly digest: string;
  readonly storedMs: number;
  /** Open id of the person who stored it; absent for functions. */
  readonly owner?: string;
}

/** Where a file comes from and whose it is. */
export interface FileOrigin {
  readonly owner?: string;
  readonly nowMs: number;
}

/** The files of a cloud. An acknowledged change outlives a sudden end. */
export interface Files {
  find(path: string): StoredFile | undefined;
  list(): readonly StoredFile[];
  /** Stores a file, in place of one of the same path. Refuses (STORAGE_REQUEST_FAIL) more than 50 MB; then the old one stays. */
  store(path: string, content: AsyncIterable<Buffer>, origin: FileOrigin): Promise<StoredFile>;
  /** The content of a file, or a stretch of it. */
  read(file: StoredFile, range?: ByteRange): Readable;
  remove(path: string): Promise<void>;
  /** Copies all files to another folder. */
  backup(folder: string): Promise<void>;
  close(): Promise<void>;
}

interface State {
  readonly folder: string;
  readonly records: Records<StoredFile>;
}

/** Opens the files in a folder, which is made if absent. What no record speaks of (an upload that never ended) is removed. */
export async function openFiles(folder: string): Promise<Files> {
  await mkdir(folder, { recursive: true });
  const state: State = { folder, records: await openRecords<StoredFile>(join(folder, recordsName)) };
  const known = new Set([...state.records.entries()].map(([, file]) => file.content));
  for (const name of await readdir(folder)) if (name.startsWith('content-') && !known.has(name)) await rm(join(folder, name));
  return {
    find: (path) => state.records.get(path),
    list: () => [...state.records.entries()].map(([, file]) => file),
    store: (path, content, origin) => store(state, path, content, origin),
    read: (file, range) => createReadStream(join(folder, file.content), range),
    async remove(path) {
      const file = state.records.get(path);
      if (file === undefined) return;
      await state.records.remove(path);
      await rm(join(folder, file.content), { force: true });
    },
    backup: (target) => backup(state, target),
    close: () => state.records.close(),
  };
}

async function store(state: State, path: string, content: AsyncIterable<Buffer>, origin: FileOrigin): Promise<StoredFile> {
  const name = `content-${randomUUID()}`;
  try {
    const { bytes, digest } = await writeContent(join(state.folder, name), content);
    await syncFolder(state.folder);
    const { nowMs, owner } = origin;
    const file: StoredFile = { path, content: name, bytes, digest, storedMs: nowMs, ...(owner === undefined ? {} : { owner }) };
    const old = state.records.get(path);
    await state.records.put(path, file);
    if (old !== undefined) await rm(join(state.folder, old.content), { force: true });
    return file;
  } catch (thrown) {
    await rm(join(state.folder, name), { force: true });
    throw thrown;
  }
}

async function writeContent(file: string, content: AsyncIterable<Buffer>): Promise<{ bytes: number; digest: string }> {
  const handle = await open(file, 'wx');
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const part of content) {
      bytes += part.length;
      if (bytes > fileMaxBytes) throw cloudFault('STORAGE_REQUEST_FAIL', 'the file is larger than 50 MB');
      hash.update(part);
      await handle.write(part);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { bytes, digest: hash.digest('hex') };
}

async function backup(state: State, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const copied = new Map<string, StoredFile>();
  for (const [path] of [...state.records.entries()]) {
    const file = await copyOne(state, path, folder);
    if (file !== undefined) copied.set(path, file);
  }
  await writeRecords(join(folder, recordsName), copied);
}

/** Copies the file of a path as it is now; when it is replaced meanwhile, the one in its place. */
async function copyOne(state: State, path: string, folder: string): Promise<StoredFile | undefined> {
  for (let file = state.records.get(path); file !== undefined; file = state.records.get(path)) {
    const { content } = file;
    const target = join(folder, content);
    const done = await copyFile(join(state.folder, content), target).then(
      () => true,
      () => false,
    );
    if (done) return file;
    if (state.records.get(path)?.content === content) throw cloudFault('STORAGE_REQUEST_FAIL', `the file ${path} cannot be copied`);
  }
  return undefined;
}

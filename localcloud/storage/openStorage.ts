import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Route } from '../door/serveHttp';
import type { Action } from '../gateway/action';
import { openFiles, type Files } from './openFiles';
import { openRecords } from './openRecords';
import type { Storage } from './storage';
import { storageActions } from './storageActions';
import { storageRoutes } from './storageRoutes';

/** The cloud's storage, opened: its files, the wire's actions about them, and the addresses they are uploaded to and served from. */
export interface OpenStorage extends Storage {
  readonly actions: Readonly<Record<string, Action>>;
  readonly routes: readonly Route[];
  close(): Promise<void>;
}

/** Folder of the files within a cloud's data. */
export const storageFolder = 'storage';

/** Opens the storage within a cloud's data folder. */
export async function openStorage(options: {
  readonly dataDir: string;
  readonly origin: string;
  readonly nowMs: () => number;
}): Promise<OpenStorage> {
  const folder = join(options.dataDir, storageFolder);
  const files: Files = await openFiles(folder);
  const storage: Storage = { files, secret: await ownSecret(folder), origin: options.origin, nowMs: options.nowMs };
  return { ...storage, actions: storageActions(storage), routes: storageRoutes(storage), close: () => files.close() };
}

async function ownSecret(folder: string): Promise<string> {
  const records = await openRecords<string>(join(folder, 'secret.jsonl'));
  try {
    const known = records.get('secret');
    if (known !== undefined) return known;
    const fresh = randomBytes(32).toString('hex');
    await records.put('secret', fresh);
    return fresh;
  } finally {
    await records.close();
  }
}

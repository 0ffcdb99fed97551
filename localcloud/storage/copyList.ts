import { isCloudFault } from '../cloudFault';
import { isDocument } from '../engine/document';
import { checkPath } from './checkPath';
import { checkBatch } from './downloadList';
import { fileIdOf } from './fileId';
import type { Storage } from './storage';

/** One file's answer in a copy list; without `code` it was copied. */
export interface CopyItem {
  readonly fileId?: string;
  readonly code?: string;
  readonly message?: string;
}

/** Copies a list of `{ src_path, dst_path, overwrite, remove_original }`, one after another; each is answered by itself. */
export async function copyList(storage: Storage, asked: unknown): Promise<readonly CopyItem[]> {
  const items: CopyItem[] = [];
  for (const item of checkBatch(asked, 'file_list')) items.push(await copyOne(storage, isDocument(item) ? item : {}));
  return items;
}

async function copyOne(storage: Storage, item: Readonly<Record<string, unknown>>): Promise<CopyItem> {
  try {
    const from = checkPath(item['src_path']);
    const to = checkPath(item['dst_path']);
    const file = storage.files.find(from);
    if (file === undefined) return { code: 'STORAGE_FILE_NONEXIST', message: `there is no file ${from}` };
    // The platform overwrites unless told not to.
    if (item['overwrite'] === false && storage.files.find(to) !== undefined) {
      return { code: 'STORAGE_REQUEST_FAIL', message: `there is a file ${to} already` };
    }
    const owner = file.owner === undefined ? {} : { owner: file.owner };
    await storage.files.store(to, storage.files.read(file), { nowMs: storage.nowMs(), ...owner });
    if (item['remove_original'] === true) await storage.files.remove(from);
    return { fileId: fileIdOf(to) };
  } catch (thrown) {
    if (!isCloudFault(thrown)) throw thrown;
    return { code: thrown.code, message: thrown.message };
  }
}

import { cloudFault } from '../cloudFault';
import { isDocument } from '../engine/document';
import { readFileId } from './fileId';
import type { StoredFile } from './openFiles';
import { addressDefaultS, addressMaxS, signedAddress } from './signedAddress';
import type { Storage } from './storage';

/** Most files one request may name. Source: the platform's documentation of getTempFileURL and deleteFile. */
export const batchMaxCount = 50;

/** The platform's word for what is wrong with one file of a batch. */
export type FileTrouble = 'STORAGE_EXCEED_AUTHORITY' | 'STORAGE_FILE_NONEXIST' | 'STORAGE_SIGN_PARAM_INVALID';

/** The platform's sentences. Source: the SDK's tables of errors. */
const sentences: Readonly<Record<FileTrouble, string>> = {
  STORAGE_EXCEED_AUTHORITY: 'storage permission denied',
  STORAGE_FILE_NONEXIST: 'storage file not exists',
  STORAGE_SIGN_PARAM_INVALID: 'storage invalid sign parameter',
};

/** One file's answer in a download list. */
export interface DownloadItem {
  readonly code: 'SUCCESS' | FileTrouble;
  readonly fileID: unknown;
  readonly tempFileURL: string;
  readonly maxAge?: number;
  /** Why it was refused; the SDK's downloadFile tells it. */
  readonly message?: string;
}

/** Refuses (INVALID_PARAM) anything but a list of at most fifty. */
export function checkBatch(list: unknown, name: string): readonly unknown[] {
  if (!Array.isArray(list) || list.length === 0) throw cloudFault('INVALID_PARAM', `${name} must be a non-empty list`);
  if (list.length > batchMaxCount) throw cloudFault('INVALID_PARAM', `${name} must not name more than ${batchMaxCount} files`);
  return list;
}

/** The stored file behind a file id, or what is wrong with it. */
export function locate(storage: Storage, fileId: unknown): StoredFile | FileTrouble {
  const read = readFileId(fileId);
  if (read === 'foreign') return 'STORAGE_EXCEED_AUTHORITY';
  // Source: the public tests of @cloudbase/node-sdk 2.9, which name a bucket of nobody's, and what is no file id.
  if (read === 'absent') return 'STORAGE_FILE_NONEXIST';
  return storage.files.find(read.path) ?? 'STORAGE_FILE_NONEXIST';
}

/** Temporary addresses for a list of `{ fileid, max_age }`; each item is answered by itself. */
export function downloadList(storage: Storage, asked: unknown): readonly DownloadItem[] {
  return checkBatch(asked, 'file_list').map((item) => addressOf(storage, isDocument(item) ? item : {}));
}

function addressOf(storage: Storage, item: Readonly<Record<string, unknown>>): DownloadItem {
  const fileID = item['fileid'];
  const maxAge = item['max_age'] ?? addressDefaultS;
  if (typeof maxAge !== 'number' || !Number.isInteger(maxAge) || maxAge < 1) {
    return refusal('STORAGE_SIGN_PARAM_INVALID', fileID);
  }
  const file = locate(storage, fileID);
  if (typeof file === 'string') return refusal(file, fileID);
  const heldS = Math.min(maxAge, addressMaxS);
  const untilS = Math.ceil(storage.nowMs() / 1000) + heldS;
  return { code: 'SUCCESS', fileID, tempFileURL: signedAddress(storage.secret, storage.origin, file, untilS), maxAge: heldS };
}

function refusal(code: FileTrouble, fileID: unknown): DownloadItem {
  return { code, fileID, tempFileURL: '', message: sentences[code] };
}

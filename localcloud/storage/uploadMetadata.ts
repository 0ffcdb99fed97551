import { cloudFault } from '../cloudFault';
import { checkPath } from './checkPath';
import { fileIdOf } from './fileId';
import { storageBase } from './signedAddress';
import type { Storage } from './storage';
import { writeTicket } from './uploadTicket';

/** How long an upload may begin after it was allowed. Source: COS's usual 15 minutes of a signature. */
export const uploadAllowedMs = 15 * 60 * 1000;

/** What the SDK needs for its `PUT`, by the names it reads. */
export interface UploadMetadata {
  readonly url: string;
  readonly token: string;
  readonly authorization: string;
  readonly fileId: string;
  readonly cosFileId: string;
}

/**
 * Allows an upload. Functions may write any path; a person (`owner`) not one that somebody else wrote, as the platform's usual rule
 * says (STORAGE_EXCEED_AUTHORITY).
 */
export function uploadMetadata(storage: Storage, askedPath: unknown, owner?: string): UploadMetadata {
  const path = checkPath(askedPath);
  const there = storage.files.find(path);
  if (owner !== undefined && there !== undefined && there.owner !== owner) {
    throw cloudFault('STORAGE_EXCEED_AUTHORITY', 'only who stored a file may replace it');
  }
  const untilMs = storage.nowMs() + uploadAllowedMs;
  return {
    url: storage.origin + storageBase + path.split('/').map(encodeURIComponent).join('/'),
    token: 'local',
    authorization: writeTicket(storage.secret, { path, untilMs, ...(owner === undefined ? {} : { owner }) }),
    fileId: fileIdOf(path),
    // Travels in a header, which takes ASCII only.
    cosFileId: Buffer.from(fileIdOf(path)).toString('base64'),
  };
}

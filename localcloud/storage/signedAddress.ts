import type { StoredFile } from './openFiles';
import { isSigned, signText } from './signText';

/** Where stored files are served. */
export const storageBase = '/storage/';

/**
 * How long a temporary address holds when nothing is said, and at most, in seconds.
 * Source: the platform's guide (two hours) and its day's limit.
 */
export const addressDefaultS = 2 * 60 * 60;
export const addressMaxS = 24 * 60 * 60;

/**
 * The temporary address of a file, as `getTempFileURL` gives it. Its path is not percent-encoded: the SDK encodes it itself.
 * @param origin scheme, host and port, for instance `http://127.0.0.1:4100`
 * @param untilS when it lapses, in epoch seconds
 */
export function signedAddress(secret: string, origin: string, file: StoredFile, untilS: number): string {
  return `${origin}${storageBase}${file.path}?sign=${signText(secret, signedPart(file.path, untilS))}&t=${untilS}`;
}

/** Whether an asked-for address is one we gave and still holds: `lapsed` when its time is over, `foreign` when we never gave it. */
export function checkAddress(secret: string, path: string, query: URLSearchParams, nowMs: number): 'good' | 'lapsed' | 'foreign' {
  const untilS = Number(query.get('t') ?? '0');
  if (!isSigned(secret, signedPart(path, untilS), query.get('sign') ?? '')) return 'foreign';
  return nowMs < untilS * 1000 ? 'good' : 'lapsed';
}

function signedPart(path: string, untilS: number): string {
  return `GET ${untilS} ${path}`;
}

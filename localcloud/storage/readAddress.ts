import { checkAddress, storageBase } from './signedAddress';
import type { Storage } from './storage';

/** The content behind a temporary address of this storage; undefined when it is none, has lapsed, or the file is gone. */
export async function readAddress(storage: Storage, address: string): Promise<Buffer | undefined> {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.origin !== storage.origin || !url.pathname.startsWith(storageBase)) return undefined;
  const path = decodeURIComponent(url.pathname.slice(storageBase.length));
  const file = checkAddress(storage.secret, path, url.searchParams, storage.nowMs()) === 'good' ? storage.files.find(path) : undefined;
  if (file === undefined) return undefined;
  const parts: Buffer[] = [];
  for await (const part of storage.files.read(file)) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

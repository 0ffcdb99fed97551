import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

const keyed = (masterKey: string, text: string): string => bytesToHex(hmac(sha256, utf8ToBytes(masterKey), utf8ToBytes(text)));

/** SHA-256 of a picture, hex. */
export function digestOf(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/** The folder a member's phone uploads into: a keyed hash of who they are, so that nobody can work out another's. */
export function uploadFolderOf(masterKey: string, memberId: string): string {
  return `uploads/${keyed(masterKey, `v1|upload|${memberId}`).slice(0, 32)}`;
}

/** Where our own copy of a picture lies. It follows from the picture itself: another picture never takes the place of a checked one. */
export function avatarPathOf(masterKey: string, avatarId: string, digest: string, kind: 'jpg' | 'png'): string {
  return `avatars/${keyed(masterKey, `v1|avatar|${avatarId}|${digest}`).slice(0, 40)}.${kind}`;
}

/** Whether a file id names the upload of one tap: the member's own folder, and the tap's key. */
export function isUploadOf(fileId: string, folder: string, key: string): boolean {
  return new RegExp(`^cloud://[^/]+/${folder}/${key}\\.(?:jpg|png)$`).test(fileId);
}

import { cloudFault } from '../cloudFault';

/** Longest path of a file in bytes. Source: Tencent Cloud COS, rules for object keys. */
export const pathMaxBytes = 850;

/** Control characters COS refuses in a key: CAN, EM, SUB, ESC; and NUL and line ends, which no header can carry. */
const refusedCharacters = /[\0\n\r\x18-\x1b]/;

/**
 * Gives a path that may name a file. Refuses (STORAGE_SIGN_PARAM_INVALID) an empty or too long one, one that begins with a slash or
 * holds two in a row, one with a step `.` or `..`, and characters no key may hold.
 */
export function checkPath(path: unknown): string {
  if (typeof path !== 'string' || path === '') throw bad('the path of a file must be a non-empty string');
  if (Buffer.byteLength(path) > pathMaxBytes) throw bad(`the path of a file must not be longer than ${pathMaxBytes} bytes`);
  if (path.startsWith('/') || path.endsWith('/') || path.includes('//')) throw bad('the path of a file must not have empty steps');
  if (path.split('/').some((step) => step === '.' || step === '..')) throw bad('the path of a file must not have the steps . or ..');
  if (refusedCharacters.test(path)) throw bad('the path of a file holds a character that is not allowed');
  return path;
}

function bad(sentence: string): Error {
  return cloudFault('STORAGE_SIGN_PARAM_INVALID', sentence);
}

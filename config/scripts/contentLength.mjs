import { statSync } from 'node:fs';
import { filesUnder } from './contentHash.mjs';
import { inRoot } from './root.mjs';

/** Bytes of all files under a path of the repository; 0 if there is none. */
export function contentLength(path) {
  return filesUnder(path).reduce((sum, file) => sum + statSync(inRoot(file)).size, 0);
}

import { accessSync, constants, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const markFile = 'demo.json';

/**
 * Opens the folder that holds the demo's data, making it if it is absent. Gives whether the demo shop must be put into it:
 * not when it is there already, and not when somebody else's data is. With `fresh` an earlier demo is thrown away first.
 * Throws one sentence for a folder that cannot be used.
 */
export function openDemoFolder(path, { fresh }) {
  const found = look(path);
  if (found === 'foreign' && fresh) {
    throw new Error(`${path} holds something that npm start did not make, so --fresh leaves it alone. Choose another folder with --data.`);
  }
  // A demo that was not finished (the machine was switched off in between) is as good as none.
  if (found === 'unfinished' || (found === 'ready' && fresh)) rmSync(path, { recursive: true });
  makeFolder(path);
  return found !== 'foreign' && (found !== 'ready' || fresh);
}

/** Notes that the demo shop is being put in (`'unfinished'`) or is there (`'ready'`). */
export function markDemoFolder(path, state) {
  writeFileSync(join(path, markFile), `${JSON.stringify({ state })}\n`);
}

function look(path) {
  try {
    if (!existsSync(path)) {
      makeFolder(path);
      return 'empty';
    }
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
    const names = readdirSync(path);
    if (names.includes(markFile)) return JSON.parse(readFileSync(join(path, markFile), 'utf8')).state;
    return names.length === 0 ? 'empty' : 'foreign';
  } catch (fault) {
    throw new Error(`The data folder ${path} cannot be read and written (${fault.code ?? fault.message}). Choose another with --data.`);
  }
}

/** Not by `recursive: true`, which never comes back where a file system takes no folders. */
function makeFolder(path) {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inRoot } from './root.mjs';

const pollMs = 100;

/**
 * Runs `work` while this process alone holds the named lock, so that a test run and a start in two terminals do not build
 * into the same folder at once. A lock whose owner is gone is taken over.
 */
export async function withBuildLock(name, work) {
  const path = inRoot('dist/.stamps', `${name}.lock`);
  mkdirSync(dirname(path), { recursive: true });
  while (!takeLock(path)) await wait(pollMs);
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

function takeLock(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (fault) {
    if (fault.code !== 'EEXIST') throw fault;
    if (!ownerIsAlive(path)) rmSync(path, { force: true });
    return false;
  }
}

function ownerIsAlive(path) {
  try {
    const owner = Number(readFileSync(path, 'utf8'));
    // An owner of 0 is a file just created and not yet written.
    if (owner > 0) process.kill(owner, 0);
    return true;
  } catch (fault) {
    return fault.code !== 'ESRCH' && fault.code !== 'ENOENT';
  }
}

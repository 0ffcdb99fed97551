import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { withBuildLock } from './buildLock.mjs';
import { contentHash } from './contentHash.mjs';
import { inRoot } from './root.mjs';

/**
 * Runs `build` only if the bytes of `inputs` (or the word `salt`) differ from those of its last success or an output is missing.
 * Gives `{ built, ms }`; a failing build leaves no stamp, so the next run tries again.
 */
export async function buildWhenChanged({ name, inputs, outputs, salt = '', build }) {
  return withBuildLock(name, async () => {
    const startedAt = Date.now();
    const stamp = inRoot('dist/.stamps', name);
    const hash = contentHash(inputs) + salt;
    const fresh = existsSync(stamp) && readFileSync(stamp, 'utf8') === hash && outputs.every((path) => existsSync(inRoot(path)));
    if (fresh) return { built: false, ms: Date.now() - startedAt };
    await build();
    mkdirSync(inRoot('dist/.stamps'), { recursive: true });
    writeFileSync(stamp, hash);
    return { built: true, ms: Date.now() - startedAt };
  });
}

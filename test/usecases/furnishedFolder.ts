import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const place = join(root, 'dist/testShop');
/** What takes part in furnishing: when one of these is another, so is the folder. */
const makers = ['dist/localcloud/index.cjs', 'dist/localcloud/worker.cjs', 'dist/cloudfunctions/console/index.js', 'dist/cloud.json'];

/**
 * A data folder that `furnish` has filled, made once and then copied: a shop's settings are applied by the real function, but not again
 * for every test. `content` is what it is filled with.
 */
export async function furnishedFolder(content: unknown, furnish: (folder: string) => Promise<void>): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(content));
  for (const maker of makers) hash.update(readFileSync(join(root, maker)));
  const folder = join(place, hash.digest('hex').slice(0, 16));
  if (existsSync(folder)) return folder;
  mkdirSync(place, { recursive: true });
  const draft = mkdtempSync(join(place, 'draft-'));
  await furnish(draft);
  try {
    renameSync(draft, folder);
  } catch (fault) {
    // Another process was quicker.
    if (!existsSync(folder)) throw fault;
    rmSync(draft, { recursive: true });
  }
  return folder;
}

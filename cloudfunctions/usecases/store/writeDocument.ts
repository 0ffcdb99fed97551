import { accept } from '@shared/kernel/refusal';
import { get, put } from '../../adapters/database';
import type { CollectionName, Documents } from '../../adapters/documents';
import { sameContent, type Applied } from './rowApplier';

/** Writes a settings document when it differs from what is there, and says what that was. A dry run only says. */
export async function writeDocument<C extends CollectionName>(collection: C, document: Documents[C], dryRun: boolean): Promise<Applied> {
  const before = await get(collection, document._id);
  if (before !== null && sameContent(before, document)) return accept('unchanged');
  if (!dryRun) await put(collection, document);
  return accept(before === null ? 'created' : 'updated');
}

import { sdkFiles } from './sdk';

/** The platform's links hold two hours; ours are handed out for one, so that each still holds an hour. */
const keptMs = 3_600_000;
const keptMax = 2_000;
/** Most files one question may name. Source: documentation of getTempFileURL. */
const batchMax = 50;

const kept = new Map<string, { readonly url: string; readonly at: number }>();

/** Links to stored files by file id, good for an hour at least; what is not there has none. Asks for those not known yet, 50 at once. */
export async function linksTo(fileIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const now = Date.now();
  const known = (id: string): boolean => {
    const link = kept.get(id);
    return link !== undefined && now >= link.at && now - link.at < keptMs;
  };
  const missing = [...new Set(fileIds)].filter((id) => !known(id));
  if (kept.size + missing.length > keptMax) kept.clear();
  for (let from = 0; from < missing.length; from += batchMax) {
    const { fileList } = await sdkFiles.getTempFileURL({ fileList: missing.slice(from, from + batchMax) });
    for (const { fileID, tempFileURL = '' } of fileList) if (tempFileURL !== '') kept.set(fileID, { url: tempFileURL, at: now });
  }
  return new Map(fileIds.flatMap((id) => (known(id) ? [[id, kept.get(id)?.url ?? ''] as const] : [])));
}

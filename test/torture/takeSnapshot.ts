import type { LocalCloud } from '@localcloud/index';
import type { CollectionName, Documents } from '../../cloudfunctions/adapters/documents';

type DeliveredMessage = ReturnType<LocalCloud['wechat']['messages']>[number];

/** Every document as it lies in the database. */
export type Snapshot = { [C in CollectionName]: Documents[C][] } & {
  /** What reached phones. */
  readonly delivered: readonly DeliveredMessage[];
};

const everything = { limit: 100_000_000 };

/** Reads all documents, past the functions. Nobody may be acting. */
export async function takeSnapshot(cloud: LocalCloud): Promise<Snapshot> {
  const names = cloud.data.collections().map(({ name }) => name);
  const read = await Promise.all(names.map(async (name) => [name, await cloud.data.find(name, {}, everything)] as const));
  return { ...Object.fromEntries(read), delivered: cloud.wechat.messages() } as unknown as Snapshot;
}

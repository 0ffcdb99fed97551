import type { LocalCloud } from '@localcloud/index';
import { dayOf } from '@shared/kernel/time';
import type { CollectionName, Documents } from '../../cloudfunctions/adapters/documents';

type WechatSide = LocalCloud['wechat'];

/** Every document as it lies in the database. */
export type Snapshot = { [C in CollectionName]: Documents[C][] } & {
  /** What reached phones. */
  readonly delivered: ReturnType<WechatSide['messages']>;
  /** Orders as the payment service knows them. */
  readonly payments: ReturnType<WechatSide['payments']>;
  /** The programme's day on which everybody had stopped. */
  readonly endedOn: string;
};

const offsetMinutes = 480;
const everything = { limit: 100_000_000 };

/** Reads all documents, past the functions. Nobody may be acting. */
export async function takeSnapshot(cloud: LocalCloud): Promise<Snapshot> {
  const names = cloud.data.collections().map(({ name }) => name);
  const read = await Promise.all(names.map(async (name) => [name, await cloud.data.find(name, {}, everything)] as const));
  const endedOn = dayOf(cloud.clock.nowMs(), offsetMinutes);
  const beside = { delivered: cloud.wechat.messages(), payments: cloud.wechat.payments(), endedOn };
  return { ...Object.fromEntries(read), ...beside } as unknown as Snapshot;
}

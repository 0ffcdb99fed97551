import { openCloud } from '@localcloud/index';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { MongoClient } from 'mongodb';
import { freshFolder } from './openScriptCloud';

/** A MongoDB server with a database of a test's own. */
export interface MongoServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** The embedded engine behind MongoDB's wire protocol, over a fresh folder. */
export async function openWireServer(): Promise<MongoServer> {
  const dataDir = freshFolder();
  const cloud = await openCloud({ dataDir, collections: [], functions: [], mongoPort: 0 });
  return {
    url: String(cloud.mongoUrl),
    async close() {
      await cloud.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A real replica set or sharded cluster, with a database that is dropped afterwards. */
export async function openRealServer(address: string): Promise<MongoServer> {
  const url = new URL(address);
  url.pathname = `/localcloud-test-${randomBytes(6).toString('hex')}`;
  return {
    url: url.href,
    async close() {
      const client = await MongoClient.connect(url.href);
      await client.db().dropDatabase();
      await client.close();
    },
  };
}

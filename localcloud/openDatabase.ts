import type { SharedClock } from './createClock';
import { openEngine, type Engine, type EngineOptions } from './engine/openEngine';
import { environmentId } from './functions/workerEnv';
import { serveMongoWire, type MongoWire } from './mongowire/serveMongoWire';
import type { CloudOptions } from './types';

/** The database of a cloud, and where MongoDB's tools may open it (if asked for). */
export interface Database {
  readonly engine: Engine;
  readonly mongoUrl: string | null;
  close(): Promise<void>;
}

/** Opens the database a cloud was told to use: the embedded engine over its folder, or a MongoDB server. */
export async function openDatabase(
  options: CloudOptions,
  clock: SharedClock,
  wrapStore: NonNullable<EngineOptions['wrapStore']>,
): Promise<Database> {
  if (options.mongoUrl !== undefined && options.mongoPort !== undefined) {
    throw new Error('The data of a MongoDB server is opened there: choose either mongoUrl or mongoPort.');
  }
  const engine = await openChosen(options, wrapStore);
  const wire = await openWire(options, engine, clock).catch(async (thrown: unknown) => {
    await engine.close();
    throw thrown;
  });
  return {
    engine,
    mongoUrl: wire?.url ?? null,
    async close() {
      await wire?.close();
      await engine.close();
    },
  };
}

async function openChosen(options: CloudOptions, wrapStore: NonNullable<EngineOptions['wrapStore']>): Promise<Engine> {
  const { collections, mongoUrl } = options;
  const mode = options.conflictMode ?? 'eager';
  if (mongoUrl === undefined) return openEngine({ folder: options.dataDir, collections, mode, databaseName: environmentId, wrapStore });
  // The driver is loaded only by those who use it.
  const { openMongoEngine } = await import('./mongo/openMongoEngine');
  return openMongoEngine({ url: mongoUrl, collections, mode, databaseName: environmentId });
}

async function openWire({ mongoPort }: CloudOptions, engine: Engine, clock: SharedClock): Promise<MongoWire | undefined> {
  if (mongoPort === undefined) return undefined;
  return serveMongoWire({ engine, databaseName: environmentId, nowMs: clock.nowMs, port: mongoPort });
}

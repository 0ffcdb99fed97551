import { openCloud, type CloudOptions, type FunctionSpec, type LocalCloud } from '@localcloud/index';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answered, noteCall, refused } from './calledNames';
import { chainBehind, fromWire, recordSdk, type Sdk } from './recordSdk';

/** What a call of the SDK gave, or the error it threw. */
export type Reply = Readonly<Record<string, unknown>>;

/** A cloud whose only function makes the calls of the SDK that a test writes down. */
export interface ScriptCloud {
  readonly cloud: LocalCloud;
  readonly dataDir: string;
  /** The database as tests are used to it: a missing document is `null`. */
  readonly db: Sdk;
  readonly command: Sdk;
  readonly aggregate: Sdk;
  /** Makes a recorded call and gives its result; fails the test when it throws. `lane` picks one of two independent workers. */
  readonly run: (call: Sdk, lane?: Lane) => Promise<Reply>;
  /** Makes a recorded call that must throw, and gives `{ errCode, message }`. */
  readonly refused: (call: Sdk, lane?: Lane) => Promise<Reply>;
  /** Begins a transaction and gives it, to go on recording with. It belongs to its lane. */
  readonly begin: (lane?: Lane) => Promise<Sdk>;
  /** Closes the cloud and removes its data. */
  readonly close: () => Promise<void>;
}

/** Two functions with one worker each: what one waits for, the other may end. */
export type Lane = 'left' | 'right';

const scriptDir = join(__dirname, 'functions', 'script');

/** The function that makes recorded calls. */
export function scriptFunction(name: string): FunctionSpec {
  return { name, directory: scriptDir, timeoutMs: 20_000, callers: 'loggedIn' };
}

/** A folder for data that no other test uses. */
export function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), 'cloud-'));
}

/** Opens a cloud over a fresh folder with the script function in two lanes. */
export async function openScriptCloud(options: Partial<CloudOptions> = {}): Promise<ScriptCloud> {
  const dataDir = options.dataDir ?? freshFolder();
  const functions = [scriptFunction('left'), scriptFunction('right'), ...(options.functions ?? [])];
  const cloud = await openCloud({ workersPerFunction: 1, collections: [], ...options, dataDir, functions });
  const send = async (call: Sdk, lane: Lane): Promise<{ value?: unknown; error?: Reply }> => {
    const chain = chainBehind(call);
    const reply = (await cloud.call(lane, { chain }, { openid: 'oTester' })) as { value?: unknown; error?: Reply };
    noteCall(chain, reply.error === undefined ? answered : refused);
    return reply;
  };
  const db = recordSdk('db', { throwOnNotFound: false });
  return {
    cloud,
    dataDir,
    db,
    command: db.command,
    aggregate: db.command.aggregate,
    async run(call, lane = 'left') {
      const { value, error } = await send(call, lane);
      if (error !== undefined) throw new Error(`the call was refused: ${String(error['errCode'])} ${String(error['message'])}`);
      return fromWire(value) as Reply;
    },
    async refused(call, lane = 'left') {
      const { value, error } = await send(call, lane);
      if (error === undefined) throw new Error(`the call was not refused: ${JSON.stringify(value)}`);
      return error;
    },
    async begin(lane = 'left') {
      const { value } = await send(db.startTransaction(), lane);
      return recordSdk((value as { $ref: number }).$ref);
    },
    async close() {
      await cloud.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

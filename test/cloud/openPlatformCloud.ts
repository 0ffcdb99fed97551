import { openCloud, type CloudOptions, type FunctionSpec, type LocalCloud } from '@localcloud/index';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a call of the SDK gave. */
export type Reply = Readonly<Record<string, unknown>>;

/** Who calls, through which function and which SDK. */
export interface CallOptions {
  readonly openid?: string;
  readonly functionName?: string;
  readonly sdk?: 'wx' | 'node';
}

/** A cloud whose functions make one call of the real SDK as a test says. */
export interface PlatformCloud {
  readonly cloud: LocalCloud;
  readonly dataDir: string;
  /** Makes a call, for instance `sdk('openapi.security.msgSecCheck', { content })`; fails the test when it throws. */
  sdk(path: string, args: unknown, options?: CallOptions): Promise<Reply>;
  /** Makes a call that must throw, and gives its error. */
  refused(path: string, args: unknown, options?: CallOptions): Promise<Reply>;
  /** Closes the cloud, leaving its data. */
  close(): Promise<void>;
  /** Removes the data of a closed cloud. */
  clean(): void;
}

const functionsDir = join(__dirname, 'functions');

function platformFunction(name: string, openapi: readonly string[]): FunctionSpec {
  return { name, directory: join(functionsDir, 'platform'), timeoutMs: 20_000, callers: 'loggedIn', openapi };
}

const allApis = [
  'subscribeMessage.send',
  'wxacode.getUnlimited',
  'shortlink.generate',
  'phonenumber.getPhoneNumber',
  'security.msgSecCheck',
  'security.mediaCheckAsync',
];

/**
 * Opens such a cloud: `full` may call every open API, `bare` none, `payback` takes payment notices, `listener` pushed messages.
 * `node` stands alone because the two SDKs share a setting: what a refusal does.
 */
export async function openPlatformCloud(options: Partial<CloudOptions> = {}): Promise<PlatformCloud> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'platform-'));
  const quiet = (name: string): FunctionSpec => ({ name, directory: join(functionsDir, name), timeoutMs: 20_000, callers: 'nobody' });
  const cloud = await openCloud({
    workersPerFunction: 1,
    collections: [{ name: 'notices', indexes: [] }],
    functions: [
      platformFunction('full', allApis),
      platformFunction('bare', []),
      platformFunction('node', allApis),
      quiet('payback'),
      quiet('listener'),
    ],
    ...options,
    dataDir,
  });
  const send = async (path: string, args: unknown, call: CallOptions): Promise<{ value?: string; error?: Reply }> => {
    const event = { path, root: call.sdk ?? 'wx', args: JSON.stringify(args, packBytes) };
    const name = call.functionName ?? (call.sdk === 'node' ? 'node' : 'full');
    return (await cloud.call(name, event, { openid: call.openid ?? 'oTester' })) as { value?: string; error?: Reply };
  };
  return {
    cloud,
    dataDir,
    async sdk(path, args, call = {}) {
      const { value, error } = await send(path, args, call);
      if (value === undefined) throw new Error(`the call was refused: ${JSON.stringify(error)}`);
      return JSON.parse(value, unpackBytes) as Reply;
    },
    async refused(path, args, call = {}) {
      const { value, error } = await send(path, args, call);
      if (error === undefined) throw new Error(`the call was not refused: ${String(value)}`);
      return error;
    },
    close: () => cloud.close(),
    clean: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

/** JSON.stringify has already asked a Buffer for its own form when it asks here. */
function packBytes(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('type' in value) || value.type !== 'Buffer' || !('data' in value)) return value;
  return { $bytes: Buffer.from(value.data as number[]).toString('base64') };
}

function unpackBytes(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('$bytes' in value)) return value;
  return Buffer.from(String(value.$bytes), 'base64');
}

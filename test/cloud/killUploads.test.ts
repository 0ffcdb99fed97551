import { openCloud } from '@localcloud/index';
import { createHash } from 'node:crypto';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshFolder } from './openScriptCloud';
import { provedCount } from './probe';
import { pause, startCommand, until, type Started } from './startCommand';

const killsCount = Number(process.env['LANTERN_KILLS'] ?? provedCount(4, 100));
const writersCount = 8;
/** Paths each writer goes round, so that files are replaced as well as made. */
const pathsEach = 5;
const loadLeastMs = 60;
const loadMostMs = 400;
const folder = freshFolder();
const dataDir = join(folder, 'data');
const configFile = join(folder, 'cloud.json');

/** A file's whole content follows from its path and version, so that half a file, or a mixed one, is told at once. */
function contentOf(path: string, version: number): Buffer {
  const line = createHash('sha256').update(`${path}/${version}`).digest();
  const repeats = 1 + ((version * 977) % 8_000);
  return Buffer.concat([Buffer.from(`${version}\n`), Buffer.alloc(repeats * line.length, line)]);
}

/** The version a file is of. Fails the test when it is not whole. */
function versionOf(path: string, content: Buffer): number {
  const version = Number(content.subarray(0, content.indexOf(10)).toString());
  const isWhole = content.equals(contentOf(path, version));
  expect({ path, version, isWhole }).toEqual({ path, version, isWhole: true });
  return version;
}

async function ask(address: string, action: string, fields: object): Promise<Record<string, unknown>> {
  const answer = await fetch(`${address}/admin`, { method: 'POST', body: JSON.stringify({ action, ...fields }) });
  return ((await answer.json()) as { data: Record<string, unknown> }).data;
}

/** Uploads as the SDK does: asks leave, then puts. Whether it was acknowledged. */
async function upload(address: string, path: string, version: number): Promise<boolean> {
  const leave = await ask(address, 'storage.getUploadMetadata', { path });
  const headers = { authorization: String(leave['authorization']) };
  return (await fetch(String(leave['url']), { method: 'PUT', headers, body: new Uint8Array(contentOf(path, version)) })).ok;
}

/** Fetches a file; `undefined` when there is none. */
async function download(address: string, path: string, fileIds: ReadonlyMap<string, string>): Promise<Buffer | undefined> {
  const { download_list: list } = await ask(address, 'storage.batchGetDownloadUrl', { file_list: [{ fileid: fileIds.get(path) }] });
  const [entry] = list as { tempFileURL?: string }[];
  if (entry?.tempFileURL === undefined || entry.tempFileURL === '') return undefined;
  const answer = await fetch(entry.tempFileURL);
  return answer.ok ? Buffer.from(await answer.arrayBuffer()) : undefined;
}

/** The greatest version acknowledged by path, and what files are called. */
interface Seen {
  readonly acknowledged: Map<string, number>;
  readonly fileIds: Map<string, string>;
  count: number;
}

async function writeUntilGone(address: string, writer: number, from: number, seen: Seen): Promise<void> {
  for (let version = from; ; version += 1) {
    const path = `load/${writer}-${version % pathsEach}.bin`;
    seen.fileIds.set(path, String((await ask(address, 'storage.getUploadMetadata', { path }))['fileId']));
    if (!(await upload(address, path, version))) continue;
    seen.acknowledged.set(path, version);
    seen.count += 1;
    // What is served while others write is whole, too.
    const content = await download(address, path, seen.fileIds);
    expect(versionOf(path, content ?? Buffer.alloc(0))).toBe(version);
  }
}

/** Lets all writers loose; resolves when the cloud is gone and they have noticed. Whatever they found wrong fails the test. */
async function writeAll({ child, address }: Started, from: number, seen: Seen): Promise<void> {
  const ended = new Promise((done) => child.once('exit', done));
  const writers = Array.from({ length: writersCount }, (_, writer) =>
    writeUntilGone(address, writer, from, seen).catch((thrown: unknown) => {
      // Once the cloud is killed a lost connection ends a writer's work; anything else ends the cloud, so that the test can say so.
      if (child.killed && !(thrown instanceof Object && 'matcherResult' in thrown)) return;
      child.kill('SIGKILL');
      throw thrown;
    }),
  );
  await Promise.all([ended, ...writers]);
}

async function checkFiles(seen: Seen): Promise<void> {
  const cloud = await openCloud({ dataDir, collections: [], functions: [] });
  try {
    for (const path of seen.fileIds.keys()) {
      const content = await download(String(cloud.address), path, seen.fileIds);
      const version = content === undefined ? 0 : versionOf(path, content);
      expect({ path, isKept: version >= (seen.acknowledged.get(path) ?? 0) }).toEqual({ path, isKept: true });
    }
  } finally {
    await cloud.close();
  }
}

describe('kill -9 while files are stored', () => {
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it(
    `loses no acknowledged file and serves none by half in ${killsCount} kills with ${writersCount} writers`,
    async () => {
      writeFileSync(configFile, JSON.stringify({ collections: [], functions: [] }));
      const seen: Seen = { acknowledged: new Map(), fileIds: new Map(), count: 0 };
      for (let kill = 0; kill < killsCount; kill += 1) {
        const started = await startCommand(configFile, dataDir);
        const before = seen.count;
        const gone = writeAll(started, 1 + kill * 10_000, seen);
        await until(() => seen.count > before + writersCount || started.child.signalCode !== null);
        await pause(loadLeastMs + ((kill * 137) % (loadMostMs - loadLeastMs)));
        started.child.kill('SIGKILL');
        await gone;
        await checkFiles(seen);
      }
      process.stderr.write(`${killsCount} kills, ${seen.count} uploads acknowledged\n`);
      // What uploads left behind that never ended is gone after an opening: one content for each file, and no more.
      const contents = readdirSync(dataDir, { recursive: true }).filter((name) => String(name).includes('content-'));
      expect(contents.length).toBeLessThanOrEqual(seen.fileIds.size);
    },
    30_000 + killsCount * 10_000,
  );
});

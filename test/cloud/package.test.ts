import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { createRequire } from 'node:module';

const root = resolve(__dirname, '..', '..');
const guestbook = join(__dirname, 'functions', 'guestbook');

const readme = readFileSync(join(root, 'localcloud', 'README.md'), 'utf8');

interface Ready {
  readonly address: string;
  readonly data: string;
  readonly inside: string;
  readonly control: string;
}

/** As much of the SDK as is used here. */
interface Sdk {
  database(): {
    ObjectId(options: { readonly id: string }): unknown;
    createCollection(name: string): Promise<unknown>;
    collection(name: string): {
      add(document: object): Promise<{ readonly id: string }>;
      get(): Promise<unknown>;
      where(query: object): { updateAndReturn(change: object): Promise<unknown> };
    };
  };
  callFunction(call: { readonly name: string; readonly data: object }): Promise<unknown>;
  uploadFile(file: { readonly cloudPath: string; readonly fileContent: Buffer }): Promise<{ readonly fileID: string }>;
  downloadFile(file: { readonly fileID: string }): Promise<{ readonly fileContent: Buffer }>;
  deleteFile(files: { readonly fileList: readonly string[] }): Promise<unknown>;
  callCompatibleWxOpenApi(call: { readonly apiName: string; readonly requestData: Buffer }): Promise<Buffer>;
}

const own = createRequire(join(root, 'package.json'));

/** The SDK of programs that run anywhere, pointed at a cloud by its address alone. */
function sdkAt(address: string): Sdk {
  const load = createRequire(own.resolve('wx-server-sdk'));
  const sdk = load('@cloudbase/node-sdk') as { init: (options: object) => Sdk };
  return sdk.init({ env: 'local-cloud', secretId: 'local', secretKey: 'local', serviceUrl: `${address}/admin` });
}

interface Manifest {
  readonly dependencies: Record<string, string>;
  readonly peerDependencies: Record<string, string>;
  readonly bin: Record<string, string>;
}

describe('the local cloud as a package of its own', () => {
  // A project of somebody else's: its functions, a tiny configuration, and the package from its tarball.
  const project = mkdtempSync(join(tmpdir(), 'guestbook-'));
  const modules = join(project, 'node_modules');
  const running: ChildProcess[] = [];
  let manifest: Manifest;
  beforeAll(() => {
    execFileSync('npm', ['pack', join(root, 'dist', 'localcloud'), '--pack-destination', project, '--silent'], { cwd: project });
    mkdirSync(join(modules, 'cloudbase-local'), { recursive: true });
    const tarball = readdirSync(project).find((name) => name.endsWith('.tgz'));
    execFileSync('tar', ['-xzf', String(tarball), '-C', join(modules, 'cloudbase-local'), '--strip-components=1'], { cwd: project });
    manifest = JSON.parse(readFileSync(join(modules, 'cloudbase-local', 'package.json'), 'utf8')) as Manifest;
    // What npm would download is already here.
    for (const name of Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })) {
      symlinkSync(join(root, 'node_modules', name), join(modules, name));
    }
    cpSync(guestbook, join(project, 'cloudfunctions', 'guestbook'), { recursive: true });
  });
  afterEach(async () => {
    for (const child of running.splice(0)) {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    }
  });
  afterAll(() => rmSync(project, { recursive: true, force: true }));

  const start = async (args: readonly string[], cwd: string): Promise<Ready> => {
    const command = join(modules, 'cloudbase-local', String(manifest.bin['cloudbase-local']));
    const child = spawn(process.execPath, [command, ...args], { cwd, stdio: ['ignore', 'pipe', 'inherit'] });
    running.push(child);
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    return JSON.parse(line) as Ready;
  };
  const post = async (url: string, body: object, headers: Record<string, string> = {}): Promise<Record<string, unknown>> => {
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
    return (await response.json()) as Record<string, unknown>;
  };

  it('runs a function that knows nothing of it, by the steps and the configuration of its README', async () => {
    writeFileSync(join(project, 'cloudbase-local.json'), String(/```json\n([^`]*)```/.exec(readme)?.[1]));
    const { address, inside, control } = await start(['--port', '0', '--data', 'data'], project);
    const callAs = async (person: string, event: object): Promise<Record<string, unknown>> => {
      const { token } = await post(`${address}/door/signin`, { person });
      return post(`${address}/fn/guestbook`, event, { 'x-cloud-session': String(token) });
    };
    expect(await callAs('anna', { text: 'Good morning' })).toEqual({ result: { you: 'o-anna', lines: ['Good morning'] } });
    expect(await callAs('ben', {})).toEqual({ result: { you: 'o-ben', lines: ['Good morning'] } });
    expect(await sdkAt(address).callFunction({ name: 'guestbook', data: {} })).toMatchObject({ result: { lines: ['Good morning'] } });
    expect((await fetch(inside)).status).toBe(200);
    const timers = await fetch(`${address}/control/inside/timers`, { headers: { 'x-cloud-control': control } });
    expect(await timers.json()).toMatchObject({ timers: [{ functionName: 'guestbook', name: 'daily', cron: '0 0 9 * * * *' }] });
  });

  it('opens with nothing but a port and a folder for data, for programs that use the SDK by themselves', async () => {
    const elsewhere = join(project, 'elsewhere');
    mkdirSync(elsewhere);
    const { address, data } = await start(['--port', '0', '--data', 'kept'], elsewhere);
    const app = sdkAt(address);
    const db = app.database();
    await db.createCollection('made');
    await db.collection('made').add({ _id: 'a', n: 1 });
    expect(await db.collection('made').get()).toMatchObject({ data: [{ _id: 'a', n: 1 }] });
    const changed = await db.collection('made').where({ n: 1 }).updateAndReturn({ n: 2 });
    expect(changed).toMatchObject({ updated: 1, doc: { _id: 'a', n: 2 } });
    const id = '65a000000000000000000001';
    expect(await db.collection('made').add({ _id: db.ObjectId({ id }) })).toMatchObject({ id });
    await expect(app.callFunction({ name: 'absent', data: {} })).rejects.toMatchObject({ code: 'FUNCTION_NOT_FOUND' });
    const { fileID } = await app.uploadFile({ cloudPath: 'x/y.txt', fileContent: Buffer.from('hello') });
    expect(String((await app.downloadFile({ fileID })).fileContent)).toBe('hello');
    expect(await app.deleteFile({ fileList: [fileID] })).toMatchObject({ fileList: [{ fileID, code: 'SUCCESS' }] });
    const wrong = app.callCompatibleWxOpenApi({ apiName: 'wxacode.getUnlimited', requestData: Buffer.alloc(0) });
    expect(String(await wrong)).toContain('"errcode":40169');
    expect(existsSync(join(data, 'data.mdb'))).toBe(true);
    expect(data).toBe(join(elsewhere, 'kept'));
  });

  it('lists its limits by constants that the code has', () => {
    const names = [...readme.matchAll(/^\| (`\w+`(?:, `\w+`)*) \|[^|]*\|[^|]*\|$/gm)].flatMap(([, cell = '']) => cell.match(/\w+/g) ?? []);
    const limits = names.slice(names.indexOf('getDefaultCount'));
    const folder = join(root, 'localcloud');
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const code = sources.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
    expect(limits.length).toBeGreaterThan(30);
    expect(limits.filter((name) => !code.includes(`const ${name} = `))).toEqual([]);
  });

  it('names exact versions, none of Lantern, and brings types for every file they name', () => {
    const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
    expect(manifest.dependencies).toEqual({ lmdb: own.dependencies['lmdb'], mongodb: own.dependencies['mongodb'] });
    for (const file of [
      'index.cjs',
      'cli.cjs',
      'worker.cjs',
      'LICENSE',
      'README.md',
      'THIRD-PARTY.txt',
      'inside/index.html',
      'mongo/README.md',
    ]) {
      expect([file, existsSync(join(modules, 'cloudbase-local', file))]).toEqual([file, true]);
    }
    const use = join(project, 'use.mts');
    writeFileSync(
      use,
      "import { openCloud, type LocalCloud } from 'cloudbase-local';\n" +
        "export const cloud: Promise<LocalCloud> = openCloud({ dataDir: 'x', collections: [], functions: [] });\n" +
        'export const left: Promise<number> = cloud.then((open) => open.wechat.accept("o", "t"));\n',
    );
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', '--types', 'node'];
    const typeRoots = ['--typeRoots', join(root, 'node_modules', '@types')];
    execFileSync(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), ...options, ...typeRoots, use], {
      cwd: project,
    });
    // A whole compiler runs here: slow beside others on a small machine.
  }, 180_000);
});

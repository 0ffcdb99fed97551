import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { openCloud, type CloudOptions, type LocalCloud } from '@localcloud/index';

const masterKey = 'a key that only benchmarks use, long enough';
const workers = 2;
export const benchMode = 'pessimistic';

/** A local cloud for benchmarks: the built functions, and those without any rules that they are measured against. */
export async function openBench(): Promise<{ readonly cloud: LocalCloud; readonly close: () => Promise<void> }> {
  const bares = await Promise.all(['bare', 'bareTill'].map(buildBare));
  const config = JSON.parse(readFileSync('dist/cloud.json', 'utf8')) as Pick<CloudOptions, 'collections' | 'functions' | 'templates'>;
  const functions = config.functions.map((each) => ({
    ...each,
    directory: resolve('dist', each.directory),
    env: { LANTERN_MASTER_KEY: masterKey, LANTERN_CALLS_PER_SECOND: '1000000' },
  }));
  const dataDir = mkdtempSync(join(tmpdir(), 'lantern-bench-'));
  const cloud = await openCloud({
    collections: config.collections,
    ...(config.templates === undefined ? {} : { templates: config.templates }),
    functions: [...functions, ...bares],
    dataDir,
    conflictMode: benchMode,
    workersPerFunction: workers,
    onLog: (line) => {
      console.error(line.text);
    },
  });
  const close = async (): Promise<void> => {
    await cloud.close();
    rmSync(dataDir, { recursive: true });
  };
  return { cloud, close };
}

async function buildBare(name: string): Promise<CloudOptions['functions'][number]> {
  const directory = resolve('dist/bench', name);
  await build({
    entryPoints: [resolve(`test/bench/${name}.ts`)],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['wx-server-sdk'],
    outfile: join(directory, 'index.js'),
    tsconfig: resolve('tsconfig.json'),
    logLevel: 'error',
  });
  return { name, directory, timeoutMs: 20_000, callers: 'loggedIn' };
}

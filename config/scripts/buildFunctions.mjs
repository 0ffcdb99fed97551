import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildWhenChanged } from './buildWhenChanged.mjs';
import { inRoot } from './root.mjs';

const source = 'cloudfunctions';
const target = 'dist/cloudfunctions';

/** The deployed functions' names: each folder of cloudfunctions/ that has an index.ts. */
export function functionNames() {
  if (!existsSync(inRoot(source))) return [];
  return readdirSync(inRoot(source))
    .filter((name) => existsSync(inRoot(source, name, 'index.ts')))
    .sort();
}

/** Bundles every cloud function into dist/cloudfunctions/<name>, as it is deployed: one file, its package.json and config.json. */
export function buildFunctions() {
  const names = functionNames();
  return buildWhenChanged({
    name: 'functions',
    inputs: [source, 'shared', 'package-lock.json', 'tsconfig.json', 'config/scripts/buildFunctions.mjs'],
    outputs: names.map((name) => join(target, name, 'index.js')),
    build: async () => {
      const sizes = await Promise.all(names.map(buildFunction));
      const report = Object.fromEntries(names.map((name, at) => [name, sizes[at]]));
      mkdirSync(inRoot(target), { recursive: true });
      writeFileSync(inRoot(target, 'sizes.json'), JSON.stringify(report, null, 2));
    },
  });
}

/** Bundles one function; gives its bytes and its five largest inputs. The SDK stays outside: the platform installs it. */
async function buildFunction(name) {
  const { build } = await import('esbuild');
  const directory = inRoot(target, name);
  const result = await build({
    entryPoints: [inRoot(source, name, 'index.ts')],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'cjs',
    target: 'node18',
    charset: 'utf8',
    legalComments: 'none',
    external: ['wx-server-sdk'],
    outfile: join(directory, 'index.js'),
    tsconfig: inRoot('tsconfig.json'),
    absWorkingDir: inRoot(),
    logLevel: 'error',
  });
  mkdirSync(directory, { recursive: true });
  const [output] = result.outputFiles;
  // Written beside and renamed, so that a running cloud never reads half a bundle.
  writeFileSync(join(directory, 'index.js.new'), output.contents);
  renameSync(join(directory, 'index.js.new'), join(directory, 'index.js'));
  for (const file of ['package.json', 'config.json']) {
    const from = inRoot(source, name, file);
    if (existsSync(from)) copyFileSync(from, join(directory, file));
  }
  return { bytes: output.contents.byteLength, largest: largestInputs(result.metafile) };
}

function largestInputs(metafile) {
  const [output] = Object.values(metafile.outputs);
  return Object.entries(output.inputs)
    .map(([path, { bytesInOutput }]) => ({ path, bytes: bytesInOutput }))
    .sort((a, b) => b.bytes - a.bytes)
    .slice(0, 5);
}

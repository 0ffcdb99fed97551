import { build } from 'esbuild';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/**
 * Builds the local cloud into `outDir`: `index.cjs` (its programming interface), `worker.cjs` (the thread functions run in) and
 * `cli.cjs` (the command). lmdb is native, wx-server-sdk is the functions' own and mongodb is for those few who use it, so all three
 * stay outside the bundles.
 */
export async function buildLocalcloud(outDir) {
  await build({
    entryPoints: { index: join(here, 'index.ts'), worker: join(here, 'worker.ts'), cli: join(here, 'cli.ts') },
    outdir: outDir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['lmdb', 'mongodb', 'wx-server-sdk'],
    sourcemap: 'linked',
    logLevel: 'warning',
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildLocalcloud(process.argv[2] ?? join(here, '..', 'dist', 'localcloud'));

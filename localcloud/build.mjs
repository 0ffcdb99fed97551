import { build } from 'esbuild';
import { cp } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPackage } from './buildPackage.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/**
 * Builds the local cloud into `outDir`: `index.cjs` (its programming interface), `worker.cjs` (the thread functions run in),
 * `cli.cjs` (the command), `inside/` (the page for looking inside), and what makes it a package of its own. lmdb is native,
 * wx-server-sdk is the functions' own and mongodb is for those few who use it, so all three stay outside the bundles.
 */
export async function buildLocalcloud(outDir) {
  const { metafile } = await build({
    entryPoints: { index: join(here, 'index.ts'), worker: join(here, 'worker.ts'), cli: join(here, 'cli.ts') },
    absWorkingDir: join(here, '..'),
    outdir: outDir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['lmdb', 'mongodb', 'wx-server-sdk'],
    sourcemap: 'linked',
    metafile: true,
    logLevel: 'warning',
  });
  await buildPage(join(outDir, 'inside'));
  await buildPackage(outDir, Object.keys(metafile.inputs));
}

/** The page is served under a policy that allows files of its own only: one script, one style sheet. */
async function buildPage(outDir) {
  const page = join(here, 'inside');
  await build({ entryPoints: [join(page, 'page.ts')], outdir: outDir, bundle: true, format: 'esm', target: 'es2022', logLevel: 'warning' });
  for (const file of ['index.html', 'page.css']) await cp(join(page, file), join(outDir, file));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildLocalcloud(process.argv[2] ?? join(here, '..', 'dist', 'localcloud'));

import { build } from 'esbuild';
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** The files of the SDK that functions and the local cloud name; everything else is reached through them. */
const innerFiles = ['./utils/utils.js', './utils/tcbdbapirequester.js', './utils/tcbapirequester.js'];

/** Compiles the bundle as a worker will, runs it so that V8 knows what is used, and keeps what V8 made of it. */
const keepCompiled = `
const { readFileSync, writeFileSync } = require('node:fs');
const { createRequire, wrap } = require('node:module');
const { Script } = require('node:vm');
const [file, cacheFile] = process.argv.slice(1);
const script = new Script(wrap(readFileSync(file, 'utf8')), { filename: file });
const module_ = { exports: {} };
script.runInThisContext()(module_.exports, createRequire(file), module_, file, '');
writeFileSync(cacheFile, script.createCachedData());
`;

/**
 * Bundles the installed wx-server-sdk into `outDir`, unchanged, with V8's compiled form of it: a worker of the local cloud that would load
 * this very installation takes a quarter of the time. For this machine only: it is no part of the package.
 */
export async function buildSdk(outDir, from) {
  const outer = createRequire(from).resolve('wx-server-sdk');
  const inner = createRequire(createRequire(outer).resolve('@cloudbase/node-sdk'));
  const files = [outer, ...innerFiles.map((path) => inner.resolve(path))];
  const contents = files.map((path) => `exports[${JSON.stringify(path)}] = require(${JSON.stringify(path)});`).join('\n');
  const outfile = join(outDir, 'sdk.cjs');
  await build({
    stdin: { contents, resolveDir: dirname(outer) },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'error',
  });
  await promisify(execFile)(process.execPath, ['-e', keepCompiled, outfile, join(outDir, 'sdk.compiled')]);
  await writeFile(join(outDir, 'sdk.json'), JSON.stringify({ for: outer }));
}

import { dirname, relative } from 'node:path';
import { buildWhenChanged } from './buildWhenChanged.mjs';
import { inRoot } from './root.mjs';

// Generous on purpose: a tool built once too often costs a tenth of a second, one built once too seldom costs an hour.
const everyToolsInputs = [
  'config',
  'shared',
  'cloudfunctions',
  'client/copy',
  'test/browser',
  'localcloud/index.ts',
  'package-lock.json',
  'tsconfig.json',
];

/**
 * Bundles a TypeScript tool (a seed, the admin command, a benchmark) into one file that Node runs. The local cloud is not
 * copied in: the tool requires the built one, whose worker lies beside it.
 */
export function buildTool({ name, entry, outfile }) {
  return buildWhenChanged({
    name,
    inputs: [dirname(entry), ...everyToolsInputs],
    outputs: [outfile],
    build: async () => {
      const { build } = await import('esbuild');
      await build({
        entryPoints: [inRoot(entry)],
        bundle: true,
        platform: 'node',
        format: 'cjs',
        target: 'node20',
        charset: 'utf8',
        legalComments: 'none',
        external: ['wx-server-sdk', 'lmdb', 'esbuild', 'playwright-core', '@napi-rs/canvas', 'papaparse', 'read-excel-file'],
        plugins: [builtLocalcloud(outfile)],
        outfile: inRoot(outfile),
        tsconfig: inRoot('tsconfig.json'),
        absWorkingDir: inRoot(),
        logLevel: 'error',
      });
    },
  });
}

function builtLocalcloud(outfile) {
  const path = relative(dirname(inRoot(outfile)), inRoot('dist/localcloud/index.cjs'));
  return {
    name: 'built-localcloud',
    setup(build) {
      build.onResolve({ filter: /^@localcloud\/index$/ }, () => ({ path, external: true }));
    },
  };
}

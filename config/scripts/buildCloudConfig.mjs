import { mkdirSync, writeFileSync } from 'node:fs';
import { buildWhenChanged } from './buildWhenChanged.mjs';
import { inRoot } from './root.mjs';

const declarations = `
export { collections } from './config/collections';
export { cloudFunctions } from './config/functions';
export { demoPeople } from './config/demo/people';
`;

/**
 * Writes dist/cloud.json, what the local cloud's command reads: the declared collections and functions (paths relative to
 * that file), the demo people and the folder of the browser client.
 */
export function buildCloudConfig() {
  return buildWhenChanged({
    name: 'cloudConfig',
    inputs: ['config', 'shared', 'tsconfig.json'],
    outputs: ['dist/cloud.json'],
    build: async () => {
      const { collections, cloudFunctions, demoPeople } = await loadDeclarations();
      const config = { collections, functions: cloudFunctions, people: demoPeople, staticDir: 'h5' };
      mkdirSync(inRoot('dist'), { recursive: true });
      writeFileSync(inRoot('dist/cloud.json'), `${JSON.stringify(config, null, 2)}\n`);
    },
  });
}

async function loadDeclarations() {
  const { build } = await import('esbuild');
  const result = await build({
    stdin: { contents: declarations, resolveDir: inRoot(), loader: 'ts' },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    tsconfig: inRoot('tsconfig.json'),
    absWorkingDir: inRoot(),
    logLevel: 'error',
  });
  return import(`data:text/javascript,${encodeURIComponent(result.outputFiles[0].text)}`);
}

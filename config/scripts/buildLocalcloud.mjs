import { existsSync } from 'node:fs';
import { buildWhenChanged } from './buildWhenChanged.mjs';
import { inRoot } from './root.mjs';

/** Bundles the local cloud into dist/localcloud by its own build script. */
export function buildLocalcloud() {
  return buildWhenChanged({
    name: 'localcloud',
    inputs: ['localcloud', 'package-lock.json', 'tsconfig.json'],
    outputs: ['dist/localcloud/index.cjs', 'dist/localcloud/worker.cjs', 'dist/localcloud/cli.cjs', 'dist/localcloud/sdk/sdk.json'],
    // What V8 compiled is good for one version of Node.
    salt: process.version,
    build: async () => {
      const script = inRoot('localcloud/build.mjs');
      if (!existsSync(script)) throw new Error('localcloud/build.mjs is missing: the local cloud cannot be built');
      const { buildLocalcloud: build } = await import(script);
      await build(inRoot('dist/localcloud'));
      const { buildSdk } = await import(inRoot('localcloud/buildSdk.mjs'));
      await buildSdk(inRoot('dist/localcloud/sdk'), inRoot('package.json'));
    },
  });
}

import { buildTool } from './buildTool.mjs';

/** Bundles the demo shop's seed into dist/demo/seed.cjs. */
export function buildSeed() {
  return buildTool({ name: 'seed', entry: 'config/demo/seed.ts', outfile: 'dist/demo/seed.cjs' });
}

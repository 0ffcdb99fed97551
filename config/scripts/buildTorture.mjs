import { buildCloudConfig } from './buildCloudConfig.mjs';
import { buildFunctions } from './buildFunctions.mjs';
import { buildLocalcloud } from './buildLocalcloud.mjs';
import { buildTool } from './buildTool.mjs';

const outfile = 'dist/torture/index.cjs';

/** Builds the torture and what it runs on, and gives the path of the program. */
export async function buildTorture() {
  await buildLocalcloud();
  await buildFunctions();
  await buildCloudConfig();
  await buildTool({ name: 'torture', entry: 'test/torture/index.ts', outfile });
  return outfile;
}

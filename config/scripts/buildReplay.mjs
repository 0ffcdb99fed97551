import { buildCloudConfig } from './buildCloudConfig.mjs';
import { buildFunctions } from './buildFunctions.mjs';
import { buildLocalcloud } from './buildLocalcloud.mjs';
import { buildTool } from './buildTool.mjs';

const outfile = 'dist/replay/index.cjs';

/** Builds the replay and what it runs on, and gives the path of the program. */
export async function buildReplay() {
  await buildLocalcloud();
  await buildFunctions();
  await buildCloudConfig();
  await buildTool({ name: 'replay', entry: 'test/replay/index.ts', outfile });
  return outfile;
}

import { buildFunctions } from '../scripts/buildFunctions.mjs';
import { buildLocalcloud } from '../scripts/buildLocalcloud.mjs';

/** Before the first test that needs a cloud: the functions and the local cloud, built once for all files (nothing if unchanged). */
export default async function buildBackend() {
  await buildLocalcloud();
  await buildFunctions();
}

import { buildAdmin } from '../scripts/buildAdmin.mjs';
import { buildCloudConfig } from '../scripts/buildCloudConfig.mjs';
import { buildFunctions } from '../scripts/buildFunctions.mjs';
import { buildLocalcloud } from '../scripts/buildLocalcloud.mjs';

/** Before the first test that needs a cloud: functions, local cloud and operator command, built once for all files. */
export default async function buildBackend() {
  await buildLocalcloud();
  await buildFunctions();
  await buildCloudConfig();
  await buildAdmin();
}

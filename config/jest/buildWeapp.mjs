import { buildClient } from '../scripts/buildClient.mjs';
import { buildCloudConfig } from '../scripts/buildCloudConfig.mjs';
import { buildDemoData } from '../scripts/buildDemoData.mjs';
import { buildSeed } from '../scripts/buildSeed.mjs';
import buildBackend from './buildBackend.mjs';

/** Before the mini-program's tests: the program as a phone gets it, and the cloud that answers it. */
export default async function buildWeapp() {
  await buildBackend();
  await buildCloudConfig();
  await buildSeed();
  await buildDemoData();
  await buildClient('weapp');
}

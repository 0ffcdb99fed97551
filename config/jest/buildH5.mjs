import { buildClient } from '../scripts/buildClient.mjs';
import { buildCloudConfig } from '../scripts/buildCloudConfig.mjs';
import { buildDemoData } from '../scripts/buildDemoData.mjs';
import { buildSeed } from '../scripts/buildSeed.mjs';
import buildBackend from './buildBackend.mjs';

/** Before the browser's tests: the production build of the browser client, the cloud that serves it and its demo shop. */
export default async function buildH5() {
  await buildBackend();
  await buildCloudConfig();
  await buildSeed();
  await buildDemoData();
  await buildClient('h5');
}

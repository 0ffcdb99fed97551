import { buildAdmin } from './buildAdmin.mjs';
import { buildClient } from './buildClient.mjs';
import { buildCloudConfig } from './buildCloudConfig.mjs';
import { buildFunctions } from './buildFunctions.mjs';
import { buildLocalcloud } from './buildLocalcloud.mjs';
import { buildSeed } from './buildSeed.mjs';

/** Every part that can be built, in an order in which each finds what it needs. */
const parts = {
  functions: buildFunctions,
  localcloud: buildLocalcloud,
  config: buildCloudConfig,
  seed: buildSeed,
  admin: buildAdmin,
  h5: () => buildClient('h5'),
  weapp: () => buildClient('weapp'),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`There is no part called ${unknown.join(', ')}. Parts: ${Object.keys(parts).join(', ')}.`);
  process.exit(1);
}
for (const name of asked.length > 0 ? asked : Object.keys(parts)) {
  try {
    const { built, ms } = await parts[name]();
    console.log(`${name}: ${built ? `built in ${(ms / 1000).toFixed(1)} s` : 'unchanged'}`);
  } catch (fault) {
    console.error(`${name}: ${fault.message}`);
    process.exit(1);
  }
}

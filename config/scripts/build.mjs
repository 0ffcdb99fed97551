import { buildClient } from './buildClient.mjs';
import { buildCloudConfig } from './buildCloudConfig.mjs';
import { buildFunctions } from './buildFunctions.mjs';
import { buildLocalcloud } from './buildLocalcloud.mjs';
import { buildTool } from './buildTool.mjs';

/** Every part that can be built, in an order in which each finds what it needs. */
const parts = {
  functions: buildFunctions,
  localcloud: buildLocalcloud,
  config: buildCloudConfig,
  seed: () => buildTool({ name: 'seed', entry: 'config/demo/seed.ts', outfile: 'dist/demo/seed.cjs' }),
  admin: () => buildTool({ name: 'admin', entry: 'config/admin/admin.ts', outfile: 'dist/admin/admin.cjs' }),
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

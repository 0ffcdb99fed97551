import './ensureNode.mjs';
import { ensureDependencies } from './ensureDependencies.mjs';
import { runTool } from './runTool.mjs';

/** `npm run bench` or `npm run bench -- GROUP`: measures against the built parts and writes out/bench.json. */
async function main(args) {
  await ensureDependencies((line) => console.log(line));
  const { buildClient } = await import('./buildClient.mjs');
  const { buildCloudConfig } = await import('./buildCloudConfig.mjs');
  const { buildFunctions } = await import('./buildFunctions.mjs');
  const { buildLocalcloud } = await import('./buildLocalcloud.mjs');
  const { buildTool } = await import('./buildTool.mjs');
  await buildLocalcloud();
  await buildFunctions();
  await buildCloudConfig();
  // The size of the mini-program's main package is one of the figures.
  await buildClient('weapp');
  await buildTool({ name: 'bench', entry: 'test/bench/index.ts', outfile: 'dist/bench/index.cjs' });
  return runTool('dist/bench/index.cjs', args);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (fault) {
  console.error(fault.message);
  process.exitCode = 1;
}

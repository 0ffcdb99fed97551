import './ensureNode.mjs';
import { ensureDependencies } from './ensureDependencies.mjs';
import { runTool } from './runTool.mjs';

/** `npm run deploy`: builds the functions and the mini-program and writes what the platform's tools read. It uploads nothing. */
async function main() {
  await ensureDependencies((line) => console.log(line));
  const { buildClient } = await import('./buildClient.mjs');
  const { buildFunctions } = await import('./buildFunctions.mjs');
  const { buildTool } = await import('./buildTool.mjs');
  await buildFunctions();
  await buildClient('weapp');
  await buildTool({ name: 'deploy', entry: 'config/deploy/deploy.ts', outfile: 'dist/deploy/deploy.cjs' });
  return runTool('dist/deploy/deploy.cjs', []);
}

try {
  process.exitCode = await main();
} catch (fault) {
  console.error(fault.message);
  process.exitCode = 1;
}

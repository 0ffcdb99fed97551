import './ensureNode.mjs';
import { ensureDependencies } from './ensureDependencies.mjs';
import { runTool } from './runTool.mjs';

/** `npm run torture -- --seconds N --seed S`: everybody at once on a failing cloud, then every invariant over the raw documents. */
async function main(args) {
  await ensureDependencies((line) => console.log(line));
  const { buildTorture } = await import('./buildTorture.mjs');
  return runTool(await buildTorture(), args);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (fault) {
  console.error(fault.message);
  process.exitCode = 1;
}

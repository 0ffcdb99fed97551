import './ensureNode.mjs';
import { resolve } from 'node:path';
import { ensureDependencies } from './ensureDependencies.mjs';
import { runTool } from './runTool.mjs';

/** `npm run replay -- FILE [--invoices N]`: a public retail log through the real functions, compared with a computation over the file. */
async function main([file, ...args]) {
  await ensureDependencies((line) => console.log(line));
  const { buildReplay } = await import('./buildReplay.mjs');
  return runTool(await buildReplay(), [resolve(file ?? ''), ...args]);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (fault) {
  console.error(fault.message);
  process.exitCode = 1;
}

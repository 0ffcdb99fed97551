import './ensureNode.mjs';
import { ensureDependencies } from './ensureDependencies.mjs';
import { runTool } from './runTool.mjs';

/** The operator's command: `npm run admin -- apply FILE` and the rest of what config/admin knows. */
async function main(args) {
  await ensureDependencies((line) => console.error(line));
  const { buildAdmin } = await import('./buildAdmin.mjs');
  const { buildCloudConfig } = await import('./buildCloudConfig.mjs');
  const { buildFunctions } = await import('./buildFunctions.mjs');
  const { buildLocalcloud } = await import('./buildLocalcloud.mjs');
  await buildLocalcloud();
  await buildFunctions();
  await buildCloudConfig();
  await buildAdmin();
  return runTool('dist/admin/admin.cjs', args);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (fault) {
  console.error(fault.message);
  process.exitCode = 1;
}

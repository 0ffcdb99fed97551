import './ensureNode.mjs';
import { spawn } from 'node:child_process';
import { ensureDependencies } from './ensureDependencies.mjs';
import { inRoot } from './root.mjs';

// Standard output belongs to the local cloud (one JSON line with its address); what the script has to say goes beside it.
const say = (line) => console.error(line);

/** Builds what the local cloud serves, if it changed, and hands over to its own command. */
async function main(args) {
  await ensureDependencies(say);
  const { buildCloudConfig } = await import('./buildCloudConfig.mjs');
  const { buildFunctions } = await import('./buildFunctions.mjs');
  const { buildLocalcloud } = await import('./buildLocalcloud.mjs');
  await buildLocalcloud();
  await buildFunctions();
  await buildCloudConfig();
  const child = spawn(process.execPath, [inRoot('dist/localcloud/cli.cjs'), ...withConfig(args)], { stdio: 'inherit' });
  // Ctrl-C reaches the child by itself (same terminal); a signal sent to this process alone is passed on.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code) => (process.exitCode = code ?? 1));
}

/** What is not said: our own declarations and the folder that `npm start` uses too. The command's subcommand, if any, stays first. */
function withConfig(args) {
  const config = ['--config', inRoot('dist/cloud.json'), ...(args.includes('--data') ? [] : ['--data', inRoot('.data')])];
  return args[0] !== undefined && !args[0].startsWith('-') ? [...args, ...config] : [...config, ...args];
}

try {
  await main(process.argv.slice(2));
} catch (fault) {
  say(fault.message);
  process.exitCode = 1;
}

import './ensureNode.mjs';
import { markDemoFolder, openDemoFolder } from './demoFolder.mjs';
import { ensureDependencies } from './ensureDependencies.mjs';
import { portIsFree } from './portIsFree.mjs';
import { inRoot } from './root.mjs';
import { runCommand } from './runCommand.mjs';
import { serveDemo } from './serveDemo.mjs';
import { startOptions } from './startOptions.mjs';

const announceAfterMs = 500;
const say = (line) => console.log(line);

/** From a fresh clone to an open demo shop; gives the exit code. Whatever stands in the way is told in one sentence. */
async function main(args) {
  const options = startOptions(args);
  if (!(await portIsFree(options.port))) {
    throw new Error(
      `Port ${options.port} is in use by another program. Choose another with --port, for example: npm start -- --port ${options.port + 1}`,
    );
  }
  const mustSeed = openDemoFolder(options.data, options);
  await ensureDependencies(say);
  await buildAll();
  if (mustSeed) await seed(options.data);
  return serveDemo(options, say);
}

/** Each step with how long it takes when it has something to do (two cores); a step with nothing to do passes unseen. */
async function buildAll() {
  const steps = [
    ['Local cloud', '1 s', (await import('./buildLocalcloud.mjs')).buildLocalcloud],
    ['Cloud functions', '1 s', (await import('./buildFunctions.mjs')).buildFunctions],
    ['Declared collections and people', '1 s', (await import('./buildCloudConfig.mjs')).buildCloudConfig],
    ['Demo shop', '1 s', (await import('./buildSeed.mjs')).buildSeed],
    ['Browser client', '40 s', async () => (await import('./buildClient.mjs')).buildClient('h5')],
  ];
  for (const [at, [title, usual, build]] of steps.entries()) {
    const announce = setTimeout(() => say(`[${at + 1}/${steps.length}] ${title}: building (about ${usual}) …`), announceAfterMs);
    const { built, ms } = await build().finally(() => clearTimeout(announce));
    if (built) say(`[${at + 1}/${steps.length}] ${title}: built in ${(ms / 1000).toFixed(1)} s`);
  }
}

async function seed(data) {
  say('Putting the demo shop and its 200 made-up members into the data folder …');
  markDemoFolder(data, 'unfinished');
  const args = [inRoot('dist/demo/seed.cjs'), '--config', inRoot('dist/cloud.json'), '--data', data];
  const { code, tail } = await runCommand(process.execPath, args, { logFile: 'out/seed.log', onLine: (line) => say(`  ${line}`) });
  if (code !== 0) throw new Error(`The demo shop could not be made:\n${tail}`);
  markDemoFolder(data, 'ready');
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (fault) {
  console.error(fault.message);
  process.exitCode = 1;
}

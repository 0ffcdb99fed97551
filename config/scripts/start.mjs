import './ensureNode.mjs';
import { markDemoFolder, openDemoFolder } from './demoFolder.mjs';
import { ensureDependencies } from './ensureDependencies.mjs';
import { portIsFree } from './portIsFree.mjs';
import { inRoot } from './root.mjs';
import { runCommand } from './runCommand.mjs';
import { serveDemo } from './serveDemo.mjs';
import { startOptions } from './startOptions.mjs';

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
  const { buildServed } = await import('./buildEverything.mjs');
  await buildServed(say);
  if (mustSeed) await seed(options.data);
  return serveDemo(options, say);
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

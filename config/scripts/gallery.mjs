import './ensureNode.mjs';
import { ensureChromium } from './ensureChromium.mjs';
import { ensureDependencies } from './ensureDependencies.mjs';
import { runTool } from './runTool.mjs';

const say = (line) => console.log(line);

/** `npm run gallery [-- PASS …]`: pictures of every screen and state into out/gallery, taken from the production build. */
async function main(args) {
  await ensureDependencies(say);
  const missing = await ensureChromium(say);
  if (missing !== undefined) throw new Error(missing);
  const { buildEverything } = await import('./buildEverything.mjs');
  const { buildTool } = await import('./buildTool.mjs');
  await buildEverything(say);
  await buildTool({ name: 'gallery', entry: 'test/browser/gallery.ts', outfile: 'dist/gallery/gallery.cjs' });
  return runTool('dist/gallery/gallery.cjs', args);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (fault) {
  console.error(fault.message);
  process.exitCode = 1;
}

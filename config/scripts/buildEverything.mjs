import { buildClient } from './buildClient.mjs';
import { buildCloudConfig } from './buildCloudConfig.mjs';
import { buildDemoData } from './buildDemoData.mjs';
import { buildFunctions } from './buildFunctions.mjs';
import { buildLocalcloud } from './buildLocalcloud.mjs';
import { buildSeed } from './buildSeed.mjs';

/** What a browser needs to walk through the demo shop, in order: each with how long it takes when it has something to do. */
const steps = [
  ['Local cloud', '1 s', buildLocalcloud],
  ['Cloud functions', '1 s', buildFunctions],
  ['Declared collections and people', '1 s', buildCloudConfig],
  ["Demo shop's seed", '1 s', buildSeed],
  ['Browser client', '40 s', () => buildClient('h5')],
];
const announceAfterMs = 500;

/** Builds what changed, saying what it does and how far it is; what has nothing to do passes unseen. */
export async function buildServed(say) {
  await takeSteps(steps, say);
}

/** The same, and the demo shop's data folder that tests and the gallery copy. */
export async function buildEverything(say) {
  await takeSteps([...steps, ['Demo shop', '20 s', buildDemoData]], say);
}

async function takeSteps(taken, say) {
  for (const [at, [title, usual, build]] of taken.entries()) {
    const place = `[${at + 1}/${taken.length}] ${title}`;
    const announce = setTimeout(() => say(`${place}: building (about ${usual}) …`), announceAfterMs);
    const { built, ms } = await build().finally(() => clearTimeout(announce));
    if (built) say(`${place}: built in ${(ms / 1000).toFixed(1)} s`);
  }
}

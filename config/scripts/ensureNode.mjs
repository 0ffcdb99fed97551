import { readFileSync } from 'node:fs';
import { inRoot } from './root.mjs';

// Runs on import, before anything that an older Node could stumble over is reached.
const { engines } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
const needed = engines.node.replace('>=', '');

if (olderThan(process.versions.node, needed)) {
  console.error(`Lantern needs Node ${needed} or newer; this is Node ${process.versions.node}.`);
  process.exit(1);
}

function olderThan(version, least) {
  const [have, want] = [version, least].map((text) => text.split('.').map(Number));
  const at = want.findIndex((part, index) => part !== have[index]);
  return at >= 0 && have[at] < want[at];
}

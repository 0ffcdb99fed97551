import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from './root.mjs';
import { runCommand } from './runCommand.mjs';

const stampFile = 'node_modules/.lantern-lock';

/** Installs the packages by the lock file if they are missing or not the ones it names, and says so. Gives whether it installed. */
export async function ensureDependencies(say) {
  const lockText = readFileSync(inRoot('package-lock.json'), 'utf8');
  const hash = createHash('sha256').update(lockText).digest('hex');
  if (existsSync(inRoot(stampFile)) && readFileSync(inRoot(stampFile), 'utf8') === hash) return false;
  const present = installedMatches(JSON.parse(lockText));
  if (!present) {
    say('Installing packages by the lock file (about a minute) …');
    const { code, tail } = await runCommand('npm', ['ci', '--no-audit', '--no-fund'], { logFile: 'out/install.log' });
    if (code !== 0) throw new Error(`npm ci failed:\n${tail}`);
  }
  writeFileSync(inRoot(stampFile), hash);
  return !present;
}

/** Whether what npm noted as installed is what the lock file asks for; packages for other machines may be absent. */
function installedMatches(lock) {
  const noted = inRoot('node_modules/.package-lock.json');
  if (!existsSync(noted)) return false;
  const installed = JSON.parse(readFileSync(noted, 'utf8')).packages;
  return Object.entries(lock.packages)
    .filter(([path, { optional, devOptional }]) => path !== '' && !optional && !devOptional)
    .every(([path, { version }]) => installed[path]?.version === version);
}

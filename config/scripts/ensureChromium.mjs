import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { runCommand } from './runCommand.mjs';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const packages = ['chromium', 'fonts-wqy-zenhei'];
const byHand = `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`;

/** The browser the tests drive: `LANTERN_CHROMIUM` if set, else the first one in its usual places; undefined if there is none. */
export function chromiumPath() {
  return [process.env.LANTERN_CHROMIUM, ...places].find((path) => path !== undefined && existsSync(path));
}

/**
 * Sees to Chromium and a Chinese font, installing both from Debian when absent and allowed.
 * Gives undefined when they are there, otherwise the sentence that says which command would put them there.
 */
export async function ensureChromium(say) {
  if (chromiumPath() !== undefined && hasChineseFont()) return undefined;
  if (!mayInstall()) return `Chromium or a Chinese font is missing. As root on Debian: ${byHand}`;
  say('Installing Chromium and a Chinese font from Debian …');
  const { code, tail } = await runCommand('sh', ['-c', byHand], { logFile: 'out/apt.log', env: { DEBIAN_FRONTEND: 'noninteractive' } });
  if (code === 0 && chromiumPath() !== undefined) return undefined;
  return `Chromium could not be installed by: ${byHand}\n${tail}`;
}

function mayInstall() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

function hasChineseFont() {
  try {
    return execFileSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).trim() !== '';
  } catch {
    // Without fontconfig nothing tells; Debian's chromium brings it along.
    return false;
  }
}

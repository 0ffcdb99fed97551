import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { readFileSync } from 'node:fs';
import { inRoot } from './root.mjs';

/**
 * Starts the local cloud on the data folder, says where it is and who may sign in, and stays until it ends.
 * Gives its exit code; Ctrl-C is an ordinary end.
 */
export function serveDemo({ port, data }, say) {
  const args = ['--config', inRoot('dist/cloud.json'), '--port', String(port), '--data', data, '--mode', 'pessimistic'];
  const child = spawn(process.execPath, [inRoot('dist/localcloud/cli.cjs'), ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let closing = false;
  const close = (signal) => {
    closing = true;
    child.kill(signal);
  };
  process.on('SIGINT', () => close('SIGINT'));
  process.on('SIGTERM', () => close('SIGTERM'));
  createInterface({ input: child.stdout }).on('line', (line) => {
    const ready = readyLine(line);
    if (ready) introduce(ready, say);
    else say(line);
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => {
      if (closing) say('Closed. Everything is kept in the data folder.');
      resolve(closing ? 0 : (code ?? 1));
    });
  });
}

function readyLine(line) {
  try {
    const ready = JSON.parse(line);
    return typeof ready.address === 'string' ? ready : undefined;
  } catch {
    return undefined;
  }
}

function introduce({ address }, say) {
  const { people } = JSON.parse(readFileSync(inRoot('dist/cloud.json'), 'utf8'));
  say('');
  say(`Lantern 灯火会员 is open at ${address}`);
  say('Choose who you are in the first sheet; each browser tab is a phone of its own:');
  for (const { label, note } of people) say(`  ${label.zh} / ${label.en}: ${note.en}`);
  say('Ctrl-C closes it.');
}

import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { inRoot } from './root.mjs';

const tailChars = 6_000;

/**
 * Runs a command in the repository with its output kept in `logFile` (a path of the repository).
 * Gives `{ code, tail }`: the exit code (null when a signal ended it) and the last of what it said. Never rejects for a failing command.
 */
export function runCommand(command, args, { logFile, env = {}, onLine } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: inRoot(), env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const log = logFile ? openLog(logFile) : undefined;
    let tail = '';
    const take = (chunk) => {
      log?.write(chunk);
      const text = chunk.toString('utf8');
      tail = (tail + text).slice(-tailChars);
      if (onLine)
        text
          .split('\n')
          .filter((line) => line.trim() !== '')
          .forEach(onLine);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', reject);
    child.on('close', (code) => {
      log?.end();
      resolve({ code, tail });
    });
  });
}

function openLog(logFile) {
  mkdirSync(dirname(inRoot(logFile)), { recursive: true });
  return createWriteStream(inRoot(logFile));
}

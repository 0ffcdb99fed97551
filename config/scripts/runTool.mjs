import { spawn } from 'node:child_process';
import { inRoot } from './root.mjs';

/** Runs a built tool with this terminal and gives its exit code. */
export function runTool(path, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--enable-source-maps', inRoot(path), ...args], { cwd: inRoot(), stdio: 'inherit' });
    process.on('SIGINT', () => {});
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

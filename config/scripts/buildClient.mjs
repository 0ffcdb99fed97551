import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { buildWhenChanged } from './buildWhenChanged.mjs';
import { inRoot } from './root.mjs';

const outputs = { h5: 'dist/h5/index.html', weapp: 'dist/weapp/app.json' };

/** Builds the client for `'h5'` or `'weapp'` by Taro's own command; its log is kept in dist/.stamps and shown when it fails. */
export function buildClient(type) {
  return buildWhenChanged({
    name: `client-${type}`,
    inputs: [
      'client',
      'shared',
      'config/index.ts',
      'config/dev.ts',
      'config/prod.ts',
      'config/babel-preset.cjs',
      'package-lock.json',
      'tsconfig.json',
      'project.config.json',
    ],
    outputs: [outputs[type]],
    build: () => runTaro(type),
  });
}

function runTaro(type) {
  const command = inRoot('node_modules/@tarojs/cli/bin/taro');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [command, 'build', '--type', type], {
      cwd: inRoot(),
      env: { ...process.env, NODE_ENV: 'production', BROWSERSLIST_IGNORE_OLD_DATA: '1', NO_COLOR: '1', FORCE_COLOR: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const log = [];
    child.stdout.on('data', (chunk) => log.push(chunk));
    child.stderr.on('data', (chunk) => log.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      const text = Buffer.concat(log).toString('utf8');
      mkdirSync(inRoot('dist/.stamps'), { recursive: true });
      writeFileSync(inRoot('dist/.stamps', `client-${type}.log`), text);
      if (code === 0) resolve();
      else reject(new Error(`Taro could not build the ${type} client (exit ${code}):\n${text.slice(-4000)}`));
    });
  });
}

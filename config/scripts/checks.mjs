import { existsSync } from 'node:fs';
import { buildAdmin } from './buildAdmin.mjs';
import { buildClient } from './buildClient.mjs';
import { buildCloudConfig } from './buildCloudConfig.mjs';
import { buildDemoData } from './buildDemoData.mjs';
import { buildFunctions } from './buildFunctions.mjs';
import { buildLocalcloud } from './buildLocalcloud.mjs';
import { buildReplay } from './buildReplay.mjs';
import { buildSeed } from './buildSeed.mjs';
import { buildTorture } from './buildTorture.mjs';
import { checkBudgets } from './checkBudgets.mjs';
import { findDuplicates } from './findDuplicates.mjs';
import { jestSuite } from './jestSuite.mjs';
import { inRoot } from './root.mjs';
import { runCommand } from './runCommand.mjs';

const sources = ['shared', 'cloudfunctions', 'client', 'config', 'localcloud', 'test'];
const stamps = 'dist/.stamps';
const passed = { passed: 1, failed: 0, skipped: 0, detail: '' };
const failedBecause = (detail) => ({ passed: 0, failed: 1, skipped: 0, detail });

/**
 * Everything that `npm test` does, what takes long first, so that the lanes end together. A check gives
 * `{ passed, failed, skipped, detail }`; `after` names what must have been done before.
 * `browserMissing` is the sentence why there is no browser, `null` when the browser suite was declined.
 */
export function allChecks({ browserMissing }) {
  return [
    { name: 'build backend', after: [], run: () => built(buildBackend) },
    { name: 'build h5', after: [], run: () => built(() => buildClient('h5')) },
    { name: 'demo shop', after: ['build backend'], run: () => built(buildDemoData) },
    browserSuite(browserMissing),
    ...['usecases', 'cloud'].map((name) => suite(name, ['build backend'])),
    // One client after the other: together they would take both cores from everything else.
    { name: 'build weapp', after: ['build h5'], run: () => built(() => buildClient('weapp')) },
    suite('flows', ['build backend']),
    { name: 'torture', after: ['build backend'], run: torture },
    { name: 'replay', after: ['build backend'], run: replay },
    suite('weapp', ['build weapp', 'demo shop']),
    command('lint', 'eslint/bin/eslint.js', '.', '--cache', '--cache-location', `${stamps}/eslint`, '--max-warnings', '0'),
    command('types', 'typescript/bin/tsc', '--noEmit', '--incremental', '--tsBuildInfoFile', `${stamps}/tsc`),
    suite('rules', []),
    command('format', 'prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
    suite('client', []),
    suite('architecture', []),
    command('direction', 'dependency-cruiser/bin/dependency-cruise.mjs', '--config', 'config/dependency-rules.cjs', ...presentSources()),
    command('dead code', 'knip/bin/knip.js', '-c', 'config/knip.mjs', '--no-config-hints'),
    { name: 'duplicates', after: [], run: () => list(findDuplicates()) },
    { name: 'budgets', after: ['build backend', 'build weapp', 'build h5'], run: budgets },
  ];
}

async function buildBackend() {
  await buildLocalcloud();
  await buildFunctions();
  await buildCloudConfig();
  await buildSeed();
  await buildAdmin();
}

function command(name, program, ...args) {
  const run = async () => {
    const logFile = `out/test/${name.replace(' ', '-')}.log`;
    const { code, tail } = await runCommand(process.execPath, [`node_modules/${program}`, ...args], { logFile });
    return code === 0 ? passed : failedBecause(tail);
  };
  return { name, after: [], run };
}

function presentSources() {
  return sources.filter((path) => existsSync(inRoot(path)));
}

/** Seconds of everybody at once on a failing cloud: every day, and when everything is to be proved. */
const tortureSeconds = { everyday: 20, proving: 600 };

async function torture() {
  const seconds = process.env.LANTERN_PROVE === '1' ? tortureSeconds.proving : tortureSeconds.everyday;
  const args = [await buildTorture(), '--seconds', String(seconds), '--seed', '1'];
  const { code, tail } = await runCommand(process.execPath, args, { logFile: 'out/test/torture.log' });
  const [, held = '0', all = '1'] = /(\d+) of (\d+) invariants hold/.exec(tail) ?? [];
  const failed = Math.max(Number(all) - Number(held), code === 0 ? 0 : 1);
  return { passed: Number(held), failed, skipped: 0, detail: failed > 0 ? tail : '' };
}

/** The first invoices of a public retail log every day, all of them when everything is to be proved. */
const replaySample = ['--invoices', '400'];

async function replay() {
  const log = `${process.env.LANTERN_DATA}/online_retail.csv.gz`;
  if (!existsSync(log)) return { passed: 0, failed: 0, skipped: 1, detail: 'the retail log is absent from LANTERN_DATA' };
  const args = [await buildReplay(), log, ...(process.env.LANTERN_PROVE === '1' ? [] : replaySample)];
  const { code, tail } = await runCommand(process.execPath, args, { logFile: 'out/test/replay.log' });
  return code === 0 ? passed : failedBecause(tail);
}

async function built(build) {
  try {
    await build();
    return passed;
  } catch (fault) {
    return failedBecause(fault.message);
  }
}

function suite(name, after) {
  const file = `test/${name}`;
  if (!existsSync(inRoot(file)) && !existsSync(inRoot(`${file}.test.ts`))) {
    return { name, after: [], run: () => ({ passed: 0, failed: 0, skipped: 1, detail: `there is no ${file} yet` }) };
  }
  return { name, after, run: () => jestSuite(name) };
}

function browserSuite(missing) {
  if (missing === undefined) return suite('browser', ['build h5', 'demo shop']);
  const declined = { passed: 0, failed: 0, skipped: 1, detail: 'the browser suite was declined by LANTERN_NO_BROWSER=1' };
  return { name: 'browser', after: [], run: () => (missing === null ? declined : failedBecause(missing)) };
}

function budgets() {
  const parts = checkBudgets();
  const over = parts.filter(({ within }) => !within).length;
  return { passed: parts.length - over, failed: over, skipped: 0, detail: parts.map(({ line }) => line).join('\n') };
}

function list(found) {
  return found.length === 0 ? passed : failedBecause(found.join('\n'));
}

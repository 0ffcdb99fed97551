import './ensureNode.mjs';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { ensureChromium } from './ensureChromium.mjs';
import { ensureDependencies } from './ensureDependencies.mjs';
import { inRoot } from './root.mjs';

const say = (line) => console.log(line);

/** Everything at counts that fit the time, or (`--prove`) at full counts; names of checks as further arguments run only those. */
async function main([...args]) {
  const proving = args.includes('--prove');
  const only = args.filter((arg) => !arg.startsWith('--'));
  if (proving) process.env.LANTERN_PROVE = '1';
  process.env.LANTERN_DATA ??= resolve(inRoot(), '../shared/data');
  try {
    await ensureDependencies(say);
  } catch (fault) {
    return finish([{ name: 'install', passed: 0, failed: 1, skipped: 0, detail: fault.message }]);
  }
  if (!existsSync(process.env.LANTERN_DATA)) say('The public data sets (LANTERN_DATA) are absent: what needs them is skipped.');
  const browserMissing = await whyNoBrowser();
  const { allChecks } = await import('./checks.mjs');
  const { runChecks } = await import('./runChecks.mjs');
  const checks = allChecks({ browserMissing }).filter(({ name }) => only.length === 0 || only.includes(name));
  say(`Running ${checks.length} checks ${proving ? 'at full counts' : 'at everyday counts'}; logs are in out/test/.`);
  const names = new Set(checks.map(({ name }) => name));
  const chosen = checks.map((check) => ({ ...check, after: check.after.filter((name) => names.has(name)) }));
  return finish(await runChecks(chosen, say));
}

async function whyNoBrowser() {
  if (process.env.LANTERN_NO_BROWSER === '1') return null;
  return ensureChromium(say);
}

function finish(results) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const failing = results.filter(({ failed }) => failed > 0);
  for (const { name, detail } of failing.filter((result) => result.name === 'install')) say(`${name}: ${detail}`);
  if (failing.length > 0) say(`Failed: ${failing.map(({ name }) => name).join(', ')}.`);
  for (const { name, skipped } of results.filter((result) => result.skipped > 0)) say(`Skipped in ${name}: ${skipped}.`);
  say(`${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 && sum('passed') > 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));

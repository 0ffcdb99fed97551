import { existsSync, readFileSync, statSync } from 'node:fs';
import { contentLength } from './contentLength.mjs';
import { functionNames } from './buildFunctions.mjs';
import { inRoot } from './root.mjs';

/** Holds the built parts against config/budgets.json; gives one line a part and whether each is within its budget. */
export function checkBudgets() {
  const budgets = JSON.parse(readFileSync(inRoot('config/budgets.json'), 'utf8'));
  const subpackages = subpackageRoots();
  return [
    part('mini-program, main package', mainPackageBytes(subpackages), budgets.mainPackageBytes),
    ...subpackages.map((path) => part(`mini-program, ${path}`, contentLength(`dist/weapp/${path}`), budgets.subpackageBytes)),
    ...functionNames().map((name) => part(`function ${name}`, contentLength(`dist/cloudfunctions/${name}`), budgets.functionBytes)),
    part('browser client, first load', h5FirstLoadBytes(), budgets.h5FirstLoadBytes),
  ];
}

function part(name, bytes, budget) {
  const within = bytes > 0 && bytes <= budget;
  return { within, line: `${within ? 'ok  ' : 'OVER'} ${name}: ${kilobytes(bytes)} of ${kilobytes(budget)}` };
}

/** Kilobytes of 1 024, as the platform counts a package. */
function kilobytes(bytes) {
  return `${(bytes / 1024).toFixed(0)} KB`;
}

function subpackageRoots() {
  const path = inRoot('dist/weapp/app.json');
  if (!existsSync(path)) return [];
  const app = JSON.parse(readFileSync(path, 'utf8'));
  return (app.subPackages ?? app.subpackages ?? []).map(({ root }) => root.replace(/\/$/, ''));
}

/** Bytes of the package a phone loads first: everything that is not in a subpackage. */
export function mainPackageBytes(subpackages = subpackageRoots()) {
  return contentLength('dist/weapp') - subpackages.reduce((sum, path) => sum + contentLength(`dist/weapp/${path}`), 0);
}

/** Bytes of the page, and of the scripts and styles it names: what a browser asks for before the first tap. */
function h5FirstLoadBytes() {
  const page = inRoot('dist/h5/index.html');
  if (!existsSync(page)) return 0;
  const html = readFileSync(page, 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\.?\/?([^"]+\.(?:js|css))"/g)].map((match) => inRoot('dist/h5', match[1]));
  return named.filter((file) => existsSync(file)).reduce((sum, file) => sum + statSync(file).size, statSync(page).size);
}

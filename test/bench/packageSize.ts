import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compared, type Row } from './row';

const folder = 'dist/weapp';

/** Bytes of the built mini-program's main package (what a phone loads first), beside the budget. */
export function packageSize(): Promise<readonly Row[]> {
  const app = JSON.parse(readFileSync(join(folder, 'app.json'), 'utf8')) as { subPackages?: { root: string }[] };
  const roots = (app.subPackages ?? []).map(({ root }) => join(folder, root).replace(/\/$/, ''));
  const bytes = bytesUnder(folder, (path) => roots.includes(path));
  const { mainPackageBytes } = JSON.parse(readFileSync('config/budgets.json', 'utf8')) as { mainPackageBytes: number };
  return Promise.resolve([compared('package.main', bytes, mainPackageBytes, 'bytes')]);
}

function bytesUnder(path: string, skipped: (path: string) => boolean): number {
  if (skipped(path)) return 0;
  if (!statSync(path).isDirectory()) return statSync(path).size;
  return readdirSync(path).reduce((sum, name) => sum + bytesUnder(join(path, name), skipped), 0);
}

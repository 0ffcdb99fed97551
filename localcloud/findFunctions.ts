import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FunctionSpec, TimerSpec } from './types';

/** How long a function may run when nothing is said. Source: the default of the developer tools, 3 s. */
export const timeoutDefaultMs = 3000;

/** A function's config.json, as the developer tools upload it. */
interface DeployedConfig {
  readonly triggers?: readonly { readonly name: string; readonly type: string; readonly config: string }[];
  readonly permissions?: { readonly openapi?: readonly string[] };
}

/** What a configuration must say of a function: its name and where it lies. The rest has the platform's defaults. */
export type FunctionEntry = Pick<FunctionSpec, 'name' | 'directory'> & Partial<FunctionSpec>;

/** Every folder with an `index.js` in a folder, as a mini-program's `cloudfunctions` holds them, by name. */
export function findFunctions(folder: string): FunctionEntry[] {
  if (!existsSync(folder)) throw new Error(`The folder of functions ${folder} does not exist.`);
  const names = readdirSync(folder).sort();
  return names.map((name) => ({ name, directory: join(folder, name) })).filter(({ directory }) => existsSync(join(directory, 'index.js')));
}

/** Completes a function: timers and open APIs from its own config.json, three seconds, callable by whoever is signed in. */
export function completeFunction(entry: FunctionEntry): FunctionSpec {
  const file = join(entry.directory, 'config.json');
  const { triggers = [], permissions = {} } = existsSync(file) ? readDeployed(file) : {};
  const timers: TimerSpec[] = triggers.filter(({ type }) => type === 'timer').map(({ name, config }) => ({ name, cron: config }));
  return { timeoutMs: timeoutDefaultMs, callers: 'loggedIn', timers, openapi: permissions.openapi ?? [], ...entry };
}

function readDeployed(file: string): DeployedConfig {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as DeployedConfig;
  } catch {
    throw new Error(`The function's configuration ${file} is not JSON.`);
  }
}

import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { CollectionSpec } from './engine/openCatalog';
import { completeFunction, findFunctions, type FunctionEntry } from './findFunctions';
import type { CloudOptions, DemoPerson } from './types';

/** What a configuration comes to. */
export type CloudConfig = Pick<
  CloudOptions,
  | 'collections'
  | 'functions'
  | 'people'
  | 'staticDir'
  | 'env'
  | 'workersPerFunction'
  | 'templates'
  | 'pages'
  | 'words'
  | 'account'
  | 'messagePush'
  | 'requestsPerSecond'
  | 'whereInTransactions'
>;

/** What a configuration file may say; paths in it are relative to the file. */
interface WrittenConfig extends Partial<Omit<CloudConfig, 'collections' | 'functions' | 'people'>> {
  /** A name alone is a collection without indexes. */
  readonly collections?: readonly (string | CollectionSpec)[];
  readonly functions?: readonly FunctionEntry[];
  /** A folder of functions, beside those named one by one. */
  readonly functionsDir?: string;
  /** A word alone is a person of that name. */
  readonly people?: readonly (string | DemoPerson)[];
}

/** Reads a configuration file. Refuses, in one sentence, one that cannot be read. */
export function readConfig(file: string): CloudConfig {
  const { collections = [], functions = [], functionsDir, people, staticDir, ...rest } = readWritten(file);
  const absolute = (path: string): string => resolve(dirname(resolve(file)), path);
  const found = functionsDir === undefined ? [] : findFunctions(absolute(functionsDir));
  const named = functions.map((entry) => ({ ...entry, directory: absolute(entry.directory) }));
  // One named in the file says more about a function of the folder.
  const all = [...found.filter(({ name }) => !named.some((one) => one.name === name)), ...named];
  return {
    ...rest,
    collections: collections.map((one) => (typeof one === 'string' ? { name: one, indexes: [] } : one)),
    functions: all.map(completeFunction),
    ...(people === undefined ? {} : { people: people.map(personOf) }),
    ...(staticDir === undefined ? {} : { staticDir: absolute(staticDir) }),
  };
}

function readWritten(file: string): WrittenConfig {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new Error(`The configuration file ${file} cannot be read.`);
  }
  try {
    return JSON.parse(text) as WrittenConfig;
  } catch {
    throw new Error(`The configuration file ${file} is not JSON.`);
  }
}

function personOf(entry: string | DemoPerson): DemoPerson {
  if (typeof entry !== 'string') return entry;
  return { id: entry, openid: `o-${entry}`, label: { zh: entry, en: entry }, note: { zh: '', en: '' }, kind: 'person' };
}

import { readFileSync } from 'node:fs';
import { dirname, isAbsolute, resolve } from 'node:path';
import type { CloudOptions } from './types';

/** What a configuration file may say; paths in it are relative to the file. */
export type CloudConfig = Pick<
  CloudOptions,
  'collections' | 'functions' | 'people' | 'staticDir' | 'env' | 'workersPerFunction' | 'templates' | 'pages' | 'words'
>;

/** Reads a configuration file. Refuses, in one sentence, one that cannot be read or lacks its lists. */
export function readConfig(file: string): CloudConfig {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new Error(`The configuration file ${file} cannot be read.`);
  }
  let parsed: Partial<CloudConfig>;
  try {
    parsed = JSON.parse(text) as Partial<CloudConfig>;
  } catch {
    throw new Error(`The configuration file ${file} is not JSON.`);
  }
  const base = dirname(resolve(file));
  const absolute = (path: string): string => (isAbsolute(path) ? path : resolve(base, path));
  return {
    ...parsed,
    collections: parsed.collections ?? [],
    functions: (parsed.functions ?? []).map((spec) => ({ ...spec, directory: absolute(spec.directory) })),
    ...(parsed.staticDir === undefined ? {} : { staticDir: absolute(parsed.staticDir) }),
  };
}

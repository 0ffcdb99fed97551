import { existsSync, readFileSync } from 'node:fs';
import { createRequire, Module, wrap } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';

type Load = ReturnType<typeof createRequire>;

/**
 * Puts the SDK that was bundled beforehand (buildSdk.mjs) in the place of the one that a function would load, where they are the same
 * installation: the same code, read as one compiled file instead of some four hundred. Anything else is left to be loaded as it is.
 */
export function preloadSdk(load: Load, folder: string): void {
  const described = join(folder, 'sdk.json');
  if (!existsSync(described)) return;
  const meant = JSON.parse(readFileSync(described, 'utf8')) as { readonly for: string };
  if (meant.for !== resolved(load)) return;
  for (const [path, exports] of Object.entries(run(join(folder, 'sdk.cjs'), join(folder, 'sdk.compiled')))) {
    const loaded = new Module(path);
    Object.assign(loaded, { exports, filename: path, loaded: true });
    load.cache[path] = loaded;
  }
}

function resolved(load: Load): string | undefined {
  try {
    return load.resolve('wx-server-sdk');
  } catch {
    return undefined;
  }
}

type Wrapped = (exports: object, require: Load, module: object, filename: string, directory: string) => void;

/** Runs a bundle as Node runs a file, with what V8 once compiled of it (which V8 itself refuses if it is another's). */
function run(file: string, compiled: string): Record<string, unknown> {
  const cachedData = existsSync(compiled) ? readFileSync(compiled) : undefined;
  const script = new Script(wrap(readFileSync(file, 'utf8')), { filename: file, ...(cachedData === undefined ? {} : { cachedData }) });
  const module = { exports: {} as Record<string, unknown> };
  (script.runInThisContext() as Wrapped)(module.exports, createRequire(file), module, file, dirname(file));
  return module.exports;
}

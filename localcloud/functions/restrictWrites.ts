import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What writes to the path in its first argument, or in its first two. */
const writersOfOne = [
  'writeFile',
  'appendFile',
  'mkdir',
  'mkdtemp',
  'rm',
  'rmdir',
  'unlink',
  'truncate',
  'chmod',
  'lchmod',
  'chown',
  'lchown',
  'utimes',
  'lutimes',
  'mkdtempDisposable',
] as const;
const writersOfTwo = ['rename', 'copyFile', 'cp', 'link', 'symlink'] as const;

type Write = (...args: unknown[]) => unknown;

/**
 * Lets functions write only below the temporary folder, as on the platform, where everything else is read-only: what `node:fs` would
 * write elsewhere fails with EROFS. It guards against mistakes, not against a function that means harm.
 * @param allowed folders one may write to
 */
export function restrictWrites(allowed: readonly string[] = ['/tmp', tmpdir()]): void {
  const roots = allowed.map((folder) => resolve(folder));
  const check = (path: unknown): void => {
    const place = placeOf(path);
    if (place !== undefined && !roots.some((root) => place === root || place.startsWith(root + sep))) throw readOnly(place);
  };
  for (const holder of [fs, fs.promises] as unknown as Record<string, unknown>[]) {
    for (const name of writersOfOne) for (const form of [name, `${name}Sync`]) guard(holder, form, (args) => check(args[0]));
    for (const name of writersOfTwo)
      for (const form of [name, `${name}Sync`]) guard(holder, form, (args) => args.slice(0, 2).forEach(check));
    for (const name of ['open', 'openSync']) guard(holder, name, (args) => writes(args[1]) && check(args[0]));
    guard(holder, 'createWriteStream', (args) => check(args[0]));
  }
  syncBuiltinESMExports();
}

function guard(holder: Record<string, unknown>, name: string, check: (args: readonly unknown[]) => unknown): void {
  const write = holder[name];
  if (typeof write !== 'function') return;
  const plain = write.bind(holder) as Write;
  const asynchronous = !name.endsWith('Sync') && name !== 'createWriteStream';
  const guarded: Write = (...args) => {
    try {
      check(args);
    } catch (refusal) {
      const callback = args.at(-1);
      if (typeof callback === 'function') {
        queueMicrotask(() => (callback as Write)(refusal));
        return;
      }
      if (asynchronous) return rejected(refusal);
      throw refusal;
    }
    return plain(...args);
  };
  holder[name] = Object.assign(guarded, write);
}

async function rejected(refusal: unknown): Promise<never> {
  throw refusal;
}

function placeOf(path: unknown): string | undefined {
  if (path instanceof URL) return resolve(fileURLToPath(path));
  if (Buffer.isBuffer(path)) return resolve(path.toString());
  return typeof path === 'string' ? resolve(path) : undefined;
}

const { O_WRONLY, O_RDWR, O_CREAT, O_TRUNC, O_APPEND } = fs.constants;
const writingFlags = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND;

function writes(flags: unknown): boolean {
  if (typeof flags === 'number') return (flags & writingFlags) !== 0;
  return typeof flags === 'string' && /[wa+]/.test(flags);
}

function readOnly(place: string): Error {
  return Object.assign(new Error(`EROFS: read-only file system, open '${place}'`), {
    code: 'EROFS',
    errno: -30,
    syscall: 'open',
    path: place,
  });
}

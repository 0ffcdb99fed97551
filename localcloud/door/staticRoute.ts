import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { contentTypeOf } from './contentTypeOf';
import { httpFault } from './httpFault';
import type { Route } from './serveHttp';

/** What a page may load: itself, inline styles (the framework writes them), pictures and camera streams it made itself. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(), microphone=()',
};

/** Below this, compressing costs more than it saves. */
const compressMinBytes = 1024;

interface Served {
  readonly type: string;
  readonly etag: string;
  readonly modifiedMs: number;
  readonly plain: Buffer;
  readonly compressed: ReadonlyMap<string, Buffer>;
}

/** Serves the files of a folder below `at`: types, ETag, compression, and no caching but of names that carry a hash. */
export function staticRoute(folder: string, at = '/'): Route {
  const root = resolve(folder);
  const cache = new Map<string, Served>();
  return {
    method: 'GET',
    path: `${at}*`,
    async handle(request, rest, _url, response) {
      const file = inside(root, rest === '' ? 'index.html' : rest);
      const served = await load(cache, file);
      const encoding = pickEncoding(request, served);
      const body = encoding === undefined ? served.plain : (served.compressed.get(encoding) ?? served.plain);
      const headers: Record<string, string | number> = {
        ...securityHeaders,
        'content-type': served.type,
        'cache-control': /[.-][0-9a-f]{8,}\./.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
        etag: served.etag,
        vary: 'accept-encoding',
      };
      if (encoding !== undefined) headers['content-encoding'] = encoding;
      if (request.headers['if-none-match'] === served.etag) response.writeHead(304, headers).end();
      else response.writeHead(200, { ...headers, 'content-length': body.length }).end(request.method === 'HEAD' ? undefined : body);
      return { handled: true };
    },
  };
}

function inside(root: string, rest: string): string {
  const file = resolve(join(root, rest));
  if (!file.startsWith(root + sep) || rest.includes('\0')) throw notFound();
  return file;
}

function notFound(): Error {
  return httpFault(404, 'NOT_FOUND', 'there is nothing at this address');
}

async function load(cache: Map<string, Served>, file: string): Promise<Served> {
  const found = await stat(file).catch(() => undefined);
  if (found === undefined || !found.isFile()) throw notFound();
  const known = cache.get(file);
  if (known !== undefined && known.modifiedMs === found.mtimeMs) return known;
  const plain = await readFile(file);
  const type = contentTypeOf(file);
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  const compressed =
    /^(text|application\/json|image\/svg)/.test(type) && plain.length >= compressMinBytes
      ? await compress(plain)
      : new Map<string, Buffer>();
  const served: Served = { type, etag, modifiedMs: found.mtimeMs, plain, compressed };
  cache.set(file, served);
  return served;
}

async function compress(plain: Buffer): Promise<Map<string, Buffer>> {
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
    promisify(gzip)(plain, { level: 6 }),
  ]);
  return new Map([
    ['br', br],
    ['gzip', gz],
  ]);
}

function pickEncoding(request: IncomingMessage, served: Served): string | undefined {
  const accepted = request.headers['accept-encoding']?.toString() ?? '';
  return ['br', 'gzip'].find((encoding) => served.compressed.has(encoding) && new RegExp(`\\b${encoding}\\b`).test(accepted));
}

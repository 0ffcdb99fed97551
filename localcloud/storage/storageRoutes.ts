import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isCloudFault } from '../cloudFault';
import { checkSameOrigin } from '../door/checkOrigin';
import { contentTypeOf } from '../door/contentTypeOf';
import { readBytes } from '../door/readBody';
import type { Route, RouteAnswer } from '../door/serveHttp';
import { readMultipart } from '../openapi/readMultipart';
import { fileMaxBytes, type StoredFile } from './openFiles';
import { readRange } from './readRange';
import { checkAddress, storageBase } from './signedAddress';
import type { Storage } from './storage';
import { readTicket, type UploadTicket } from './uploadTicket';

/** What a form may have beside its file. */
const formMaxBytes = fileMaxBytes + 64 * 1024;

/** Where files are uploaded to and fetched from. Both need what `getUploadMetadata` or `batchGetDownloadUrl` gave. */
export function storageRoutes(storage: Storage): readonly Route[] {
  return [
    { method: 'PUT', path: `${storageBase}*`, handle: (request, rest, _url, response) => upload(storage, request, rest, response) },
    { method: 'POST', path: `${storageBase}*`, handle: (request, rest, _url, response) => uploadForm(storage, request, rest, response) },
    {
      method: 'GET',
      path: `${storageBase}*`,
      handle: (request, rest, url, response) => download(storage, request, { rest, url }, response),
    },
  ];
}

async function upload(storage: Storage, request: IncomingMessage, rest: string, response: ServerResponse): Promise<RouteAnswer> {
  checkSameOrigin(request);
  const ticket = readTicket(storage.secret, request.headers.authorization ?? '');
  // A reader that stops early would otherwise take the connection with it, and the answer.
  const content = (): AsyncIterable<Buffer> => request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  return keep({ storage, request, response }, ticket, rest, content);
}

/** The form of COS's PostObject, by which older SDKs and mini-programs upload: the permit and the file are fields of it. */
async function uploadForm(storage: Storage, request: IncomingMessage, rest: string, response: ServerResponse): Promise<RouteAnswer> {
  checkSameOrigin(request);
  if (Number(request.headers['content-length'] ?? 0) > formMaxBytes) return refuse(request, response, 400, tooLarge);
  const fields = readMultipart(request.headers['content-type'] ?? '', await readBytes(request, formMaxBytes));
  const file = fields?.get('file');
  const ticket = readTicket(storage.secret, fields?.get('Signature')?.toString() ?? '');
  if (file === undefined || fields?.get('key')?.toString() !== ticket?.path) return refuse(request, response, 403, wrongSignature);
  return keep({ storage, request, response }, ticket, rest, () => Readable.from([file]));
}

interface Upload {
  readonly storage: Storage;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** Keeps what a permit allows at the path asked for. */
async function keep(
  { storage, request, response }: Upload,
  ticket: UploadTicket | undefined,
  path: string,
  content: () => AsyncIterable<Buffer>,
): Promise<RouteAnswer> {
  const trouble = ticketTrouble(ticket, path, storage.nowMs());
  if (ticket === undefined || trouble !== undefined) return refuse(request, response, 403, trouble ?? wrongSignature);
  if (request.method === 'PUT' && Number(request.headers['content-length'] ?? 0) > fileMaxBytes) {
    return refuse(request, response, 400, tooLarge);
  }
  try {
    const owner = ticket.owner === undefined ? {} : { owner: ticket.owner };
    const file = await storage.files.store(ticket.path, content(), { nowMs: storage.nowMs(), ...owner });
    const headers = { etag: `"${file.digest}"` };
    if (request.method === 'PUT') response.writeHead(200, { ...headers, 'content-length': 0 }).end();
    else response.writeHead(204, headers).end();
    return { handled: true };
  } catch (thrown) {
    if (!isCloudFault(thrown)) throw thrown;
    return refuse(request, response, 400, tooLarge);
  }
}

/** COS's word and sentence for a refusal. */
type Trouble = readonly [code: string, message: string];

const wrongSignature: Trouble = ['SignatureDoesNotMatch', 'The Signature you specified is invalid.'];
const tooLarge: Trouble = ['EntityTooLarge', 'Your proposed upload exceeds the maximum allowed object size.'];

function ticketTrouble(ticket: UploadTicket | undefined, path: string, nowMs: number): Trouble | undefined {
  if (ticket?.path !== path) return wrongSignature;
  return nowMs < ticket.untilMs ? undefined : ['AccessDenied', 'Request has expired'];
}

/** COS answers in XML, and the SDK reads all four parts. */
function refuse(request: IncomingMessage, response: ServerResponse, status: number, [code, message]: Trouble): RouteAnswer {
  const parts = { Code: code, Message: message, RequestId: randomUUID(), TraceId: randomUUID() };
  const inside = Object.entries(parts).map(([name, text]) => `<${name}>${text}</${name}>`);
  const xml = `<?xml version='1.0' encoding='utf-8' ?>\n<Error>${inside.join('')}</Error>\n`;
  // The rest of an upload that is refused is read and dropped, so that the sender hears the answer.
  request.resume();
  response.writeHead(status, { 'content-type': 'application/xml', 'content-length': Buffer.byteLength(xml) }).end(xml);
  return { handled: true };
}

interface Asked {
  readonly rest: string;
  readonly url: URL;
}

async function download(storage: Storage, request: IncomingMessage, asked: Asked, response: ServerResponse): Promise<RouteAnswer> {
  const verdict = checkAddress(storage.secret, asked.rest, asked.url.searchParams, storage.nowMs());
  if (verdict !== 'good') {
    return refuse(request, response, 403, verdict === 'lapsed' ? ['AccessDenied', 'Request has expired'] : wrongSignature);
  }
  const file = storage.files.find(asked.rest);
  if (file === undefined) return refuse(request, response, 404, ['NoSuchKey', 'The specified key does not exist.']);
  const headers = fileHeaders(file);
  if (request.headers['if-none-match'] === headers['etag']) response.writeHead(304, headers).end();
  else if (request.method === 'HEAD') response.writeHead(200, headers).end();
  else await send(storage, request, file, response);
  return { handled: true };
}

/** The whole file, or the stretch asked for: players of sound and film fetch by stretches. */
async function send(storage: Storage, request: IncomingMessage, file: StoredFile, response: ServerResponse): Promise<void> {
  const headers = fileHeaders(file);
  const same = request.headers['if-range'] === undefined || request.headers['if-range'] === headers['etag'];
  const range = same ? readRange(request.headers.range, file.bytes) : undefined;
  if (range === 'beyond') {
    response.setHeader('content-range', `bytes */${file.bytes}`);
    refuse(request, response, 416, ['InvalidRange', 'The requested range cannot be satisfied.']);
    return;
  }
  if (range === undefined) response.writeHead(200, headers);
  else {
    const { start, end } = range;
    response.writeHead(206, { ...headers, 'content-length': end - start + 1, 'content-range': `bytes ${start}-${end}/${file.bytes}` });
  }
  await pipeline(storage.files.read(file, range), response);
}

/** What somebody uploaded must never run as a page of this address: no scripts, no guessing of types, shown only when it is media. */
function fileHeaders(file: StoredFile): Record<string, string | number> {
  const type = contentTypeOf(file.path);
  return {
    'content-type': type,
    'content-length': file.bytes,
    'content-disposition': /^(image|audio|video)\//.test(type) ? 'inline' : 'attachment',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-cache',
    etag: `"${file.digest}"`,
    'last-modified': new Date(file.storedMs).toUTCString(),
  };
}

import type { IncomingMessage } from 'node:http';
import { httpFault } from './httpFault';

/** Reads a request's whole body as text, as `readBytes` does. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<string> {
  return (await readBytes(request, maxBytes)).toString('utf8');
}

/**
 * Reads a request's whole body. Refuses (413) one longer than `maxBytes`, without reading on.
 */
export function readBytes(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let length = 0;
    const refuse = (): void => {
      request.removeAllListeners('data');
      request.resume();
      reject(httpFault(413, 'INVALID_PARAM', `the request body is larger than ${Math.floor(maxBytes / 1024 ** 2)} MB`));
    };
    if (Number(request.headers['content-length'] ?? 0) > maxBytes) {
      refuse();
      return;
    }
    request.on('data', (part: Buffer) => {
      length += part.length;
      if (length > maxBytes) {
        refuse();
        return;
      }
      parts.push(part);
    });
    request.on('end', () => resolve(Buffer.concat(parts)));
    request.on('error', reject);
  });
}

/** Reads a request's body as a JSON object; an empty body is an empty object. Refuses (400) anything else. */
export async function readJsonBody(request: IncomingMessage, maxBytes: number): Promise<Record<string, unknown>> {
  const text = await readBody(request, maxBytes);
  if (text === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw httpFault(400, 'INVALID_PARAM', 'the request body is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw httpFault(400, 'INVALID_PARAM', 'the request body must be a JSON object');
  }
  return value as Record<string, unknown>;
}

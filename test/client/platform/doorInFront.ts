import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One answer of the door: a status with a body, or the connection cut without a word. */
export type DoorAnswer = { readonly status: number; readonly body: unknown } | 'cut';

/** What reached the door. */
export interface Knock {
  readonly path: string;
  readonly session: string;
  readonly body: { readonly method?: string; readonly input?: unknown; readonly device?: string; readonly person?: string };
}

export interface DoorInFront {
  readonly knocks: readonly Knock[];
  /** What is answered next, in this order; the last one for ever. */
  readonly answers: (...answers: readonly DoorAnswer[]) => void;
  readonly close: () => Promise<void>;
}

async function bodyOf(message: IncomingMessage): Promise<Knock['body']> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return (text === '' ? {} : JSON.parse(text)) as Knock['body'];
}

/** jsdom has no fetch: this one goes over a real connection to the door, and fails as a browser's does when it is cut. */
function fetchFrom(port: number): typeof fetch {
  const go = (path: string, init?: RequestInit): Promise<Response> =>
    new Promise((resolve, reject) => {
      const headers = init?.headers as Record<string, string> | undefined;
      const asked = request({ port, path, method: init?.method ?? 'GET', headers: { ...headers, connection: 'close' } }, (response) => {
        void bodyOf(response).then((body) => {
          const status = response.statusCode ?? 0;
          resolve({ status, ok: status < 400, json: () => Promise.resolve(body) } as Response);
        }, reject);
      });
      asked.on('error', () => reject(new TypeError('Failed to fetch')));
      asked.end(typeof init?.body === 'string' ? init.body : undefined);
    });
  return go as typeof fetch;
}

/** A door as the local cloud has one, whose answers are laid down beforehand. */
export async function openDoor(): Promise<DoorInFront> {
  const knocks: Knock[] = [];
  let laid: DoorAnswer[] = [];
  const answer = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = message.url ?? '';
    knocks.push({ path, session: String(message.headers['x-cloud-session'] ?? ''), body: await bodyOf(message) });
    const next = path === '/door/signin' ? { status: 200, body: { token: 'token-of-xiaoman' } } : laid.length > 1 ? laid.shift() : laid[0];
    if (next === undefined || next === 'cut') message.socket.destroy();
    else response.writeHead(next.status, { 'content-type': 'application/json' }).end(JSON.stringify(next.body));
  };
  const server: Server = createServer((message, response) => void answer(message, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  globalThis.fetch = fetchFrom((server.address() as AddressInfo).port);
  return {
    knocks,
    answers: (...answers) => {
      laid = [...answers];
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

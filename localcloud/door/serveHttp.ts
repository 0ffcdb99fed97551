import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { checkHost } from './checkOrigin';
import { httpFault, isHttpFault } from './httpFault';

/** What a route answers: a value as JSON, JSON text as it is, or `handled` when it wrote the answer itself. */
export type RouteAnswer = { readonly json: unknown } | { readonly jsonText: string } | { readonly handled: true };

/** One address of the door. A path ending in `*` takes whatever follows and hands it over as `rest`. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  handle(request: IncomingMessage, rest: string, url: URL, response: ServerResponse): Promise<RouteAnswer>;
}

/** A running HTTP door. */
export interface HttpDoor {
  readonly port: number;
  readonly address: string;
  /** Adds routes; the first that fits answers. */
  add(routes: readonly Route[]): void;
  close(): Promise<void>;
}

/** Longer than the SDK's own 5 s, so that it never writes into a connection that is just being closed. */
const keepAliveMs = 65_000;

/** Opens the door. Port 0 takes any free one. Rejects when the port is taken. */
export function serveHttp(listen: { readonly port: number; readonly host?: string }): Promise<HttpDoor> {
  const host = listen.host ?? '127.0.0.1';
  const routes: Route[] = [];
  let port = listen.port;
  const hosts = new Set(host === '127.0.0.1' ? [] : [host]);
  const server = createServer((request, response) => {
    void respond(routes, request, response, () => checkHost(request, port, hosts));
  });
  server.keepAliveTimeout = keepAliveMs;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(listen.port, host, () => {
      port = (server.address() as AddressInfo).port;
      resolve({
        port,
        address: `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`,
        add: (more) => void routes.push(...more),
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
}

async function respond(routes: readonly Route[], request: IncomingMessage, response: ServerResponse, check: () => void): Promise<void> {
  try {
    check();
    const url = new URL(request.url ?? '/', 'http://localhost');
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const route = routes.find((one) => one.method === method && fits(one.path, url.pathname));
    if (route === undefined) throw httpFault(404, 'NOT_FOUND', 'there is nothing at this address');
    const rest = route.path.endsWith('*') ? decodeURIComponent(url.pathname.slice(route.path.length - 1)) : '';
    const answer = await route.handle(request, rest, url, response);
    if ('json' in answer) send(response, 200, JSON.stringify(answer.json));
    else if ('jsonText' in answer) send(response, 200, answer.jsonText);
  } catch (thrown) {
    if (response.headersSent) return void response.destroy();
    const fault = isHttpFault(thrown) ? thrown : httpFault(500, 'SYS_ERR', thrown instanceof Error ? thrown.message : String(thrown));
    send(response, fault.status, JSON.stringify({ code: fault.code, message: fault.message }));
  }
}

function fits(path: string, asked: string): boolean {
  return path.endsWith('*') ? asked.startsWith(path.slice(0, -1)) : path === asked;
}

function send(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(text);
}

import type { IncomingMessage } from 'node:http';
import { httpFault } from './httpFault';

const loopbackNames = new Set(['127.0.0.1', 'localhost', '[::1]']);
const loopbackAddresses = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/**
 * Refuses (403) a request whose Host is not this machine's name and our port. A page elsewhere whose name was pointed at this
 * machine (DNS rebinding) fails here.
 * @param hosts names allowed beside those of loopback, when the door was opened to a network on purpose
 */
export function checkHost(request: IncomingMessage, port: number, hosts: ReadonlySet<string>): void {
  const host = (request.headers.host ?? '').toLowerCase();
  const at = host.lastIndexOf(':');
  const name = at > host.lastIndexOf(']') ? host.slice(0, at) : host;
  const given = at > host.lastIndexOf(']') ? Number(host.slice(at + 1)) : 80;
  if (given !== port || !(loopbackNames.has(name) || hosts.has(name))) {
    throw httpFault(403, 'PERMISSION_DENIED', 'the Host of this request is not this cloud');
  }
}

/** Refuses (403) a request made by a page of another origin. Without an Origin it must not come from a browser's page at all. */
export function checkSameOrigin(request: IncomingMessage): void {
  const origin = request.headers.origin;
  const site = request.headers['sec-fetch-site'];
  const own = `http://${(request.headers.host ?? '').toLowerCase()}`;
  const allowed = origin === undefined ? site === undefined || site === 'same-origin' || site === 'none' : origin.toLowerCase() === own;
  if (!allowed || (site !== undefined && site !== 'same-origin' && site !== 'none')) {
    throw httpFault(403, 'PERMISSION_DENIED', 'requests from pages of another origin are refused');
  }
}

/** Refuses (403) every browser: what stands behind is for programs of this machine. */
export function refuseBrowsers(request: IncomingMessage): void {
  if (request.headers.origin !== undefined || request.headers['sec-fetch-site'] !== undefined) {
    throw httpFault(403, 'PERMISSION_DENIED', 'this address is not for browsers');
  }
}

/** Refuses (403) a caller on another machine. */
export function refuseOtherMachines(request: IncomingMessage): void {
  if (!loopbackAddresses.has(request.socket.remoteAddress ?? '')) {
    throw httpFault(403, 'PERMISSION_DENIED', 'this address answers this machine only');
  }
}

import { recall, remember } from './storage';

let offsetMs = recall<number>('phone', 'offset') ?? 0;

/** The server's time as this phone reckons it, epoch ms: good without network, as long as nobody moves the phone's clock. */
export function serverNow(): number {
  return Date.now() + offsetMs;
}

/** Learns from a reply: `now` is the server's time when it answered, between the phone's `sentAt` and `receivedAt` (epoch ms). */
export function learnServerTime(now: number, sentAt: number, receivedAt: number): void {
  offsetMs = Math.round(now - (sentAt + receivedAt) / 2);
  remember('phone', 'offset', offsetMs);
}

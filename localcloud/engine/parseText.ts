import { EJSON } from 'bson';
import type { Document } from './document';
import { isDocument } from './document';
import { wholeNumber } from './numbers/numeric';

/**
 * Reads extended JSON (canonical or relaxed) into plain values: numbers as numbers or, beyond 2^53, as `bigint`, dates as `Date`,
 * patterns as `RegExp`.
 * Source of the format: MongoDB's Extended JSON v2; `$tcb_server_date` is CloudBase's own and needs the server's time.
 * @param serverNowMs the time a server date stands for, epoch ms; without it server dates are left as they are
 * @throws SyntaxError when the text is not JSON
 */
export function parseText(text: string, serverNowMs?: number): unknown {
  const raw: unknown = JSON.parse(text);
  return text.includes('"$') ? revive(raw, serverNowMs) : raw;
}

/** As {@link parseText}, for text that is known to hold a document. */
export function parseDocument(text: string, serverNowMs?: number): Document {
  const value = parseText(text, serverNowMs);
  return isDocument(value) ? value : {};
}

function revive(value: unknown, serverNowMs: number | undefined): unknown {
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at += 1) value[at] = revive(value[at], serverNowMs);
    return value;
  }
  if (!isDocument(value)) return value;
  const keys = Object.keys(value);
  const wrapped = keys[0] === undefined ? undefined : reviveWrapper(value, keys, serverNowMs);
  if (wrapped !== undefined) return wrapped.value;
  for (const key of keys) {
    const inner = value[key];
    if (typeof inner === 'object' && inner !== null) value[key] = revive(inner, serverNowMs);
  }
  return value;
}

const otherWrappers = new Set([
  '$oid',
  '$binary',
  '$uuid',
  '$symbol',
  '$code',
  '$numberDecimal',
  '$timestamp',
  '$minKey',
  '$maxKey',
  '$undefined',
]);

function reviveWrapper(value: Document, keys: readonly string[], serverNowMs: number | undefined): { value: unknown } | undefined {
  const [key] = keys;
  if (key === undefined || keys.length > 2 || key.charCodeAt(0) !== 36) return undefined;
  const inner = value[key];
  if (keys.length === 1) {
    switch (key) {
      case '$numberInt':
      case '$numberDouble':
        return typeof inner === 'string' ? { value: Number(inner) } : undefined;
      case '$numberLong':
        return typeof inner === 'string' ? { value: reviveLong(inner) } : undefined;
      case '$date':
        return reviveDate(inner);
      case '$regularExpression':
        return revivePattern(inner);
      case '$tcb_server_date':
        return reviveServerDate(inner, serverNowMs);
      default:
    }
  }
  return otherWrappers.has(key) ? { value: EJSON.deserialize(value) } : undefined;
}

/** Exact, beyond 2^53 as a `bigint`. What has no 64 bits is no extended JSON. */
function reviveLong(text: string): number | bigint {
  const plain = Number(text);
  if (Number.isSafeInteger(plain)) return plain;
  const whole = /^[+-]?\d+$/.test(text) ? wholeNumber(BigInt(text)) : undefined;
  if (whole === undefined) throw new SyntaxError(`${text} is no 64-bit whole number`);
  return whole;
}

function reviveDate(inner: unknown): { value: Date } | undefined {
  if (typeof inner === 'string') return { value: new Date(inner) };
  if (typeof inner === 'number') return { value: new Date(inner) };
  if (isDocument(inner) && typeof inner['$numberLong'] === 'string') return { value: new Date(Number(inner['$numberLong'])) };
  return undefined;
}

function reviveServerDate(inner: unknown, serverNowMs: number | undefined): { value: Date } | undefined {
  if (serverNowMs === undefined || !isDocument(inner)) return undefined;
  const offsetMs = Number(revive(inner['offset'] ?? 0, undefined));
  return { value: new Date(serverNowMs + (Number.isFinite(offsetMs) ? offsetMs : 0)) };
}

function revivePattern(inner: unknown): { value: RegExp } | undefined {
  if (!isDocument(inner) || typeof inner['pattern'] !== 'string') return undefined;
  const options = typeof inner['options'] === 'string' ? inner['options'] : '';
  return { value: new RegExp(inner['pattern'], jsFlags(options)) };
}

/** MongoDB's `x` (free spacing) has no JavaScript counterpart and `g`, `y` keep state between matches, so they are left out. */
function jsFlags(options: string): string {
  return [...new Set(options)].filter((flag) => 'imsu'.includes(flag)).join('');
}

import { EJSON } from 'bson';
import { isDocument } from './document';

/**
 * Writes a value as extended JSON: plain JSON wherever JavaScript's values suffice, wrappers only for dates, patterns, non-finite
 * numbers and BSON's own types. `undefined` members are left out, as the SDK does.
 */
export function printText(value: unknown): string {
  return value === undefined ? 'null' : JSON.stringify(wrap(value));
}

function wrap(value: unknown): unknown {
  switch (typeof value) {
    case 'number':
      return wrapNumber(value);
    case 'bigint':
      return { $numberLong: value.toString() };
    case 'object':
      return value === null ? null : wrapObject(value);
    case 'function':
    case 'symbol':
      return undefined;
    default:
      return value;
  }
}

function wrapNumber(value: number): unknown {
  if (Number.isFinite(value)) return Object.is(value, -0) ? { $numberDouble: '-0.0' } : value;
  return { $numberDouble: String(value) };
}

function wrapObject(value: object): unknown {
  if (Array.isArray(value)) return wrapList(value);
  if (value instanceof Date) return { $date: { $numberLong: String(value.getTime()) } };
  if (value instanceof RegExp) return { $regularExpression: { pattern: value.source, options: value.flags.replace(/[gy]/g, '') } };
  if (!isDocument(value)) return EJSON.serialize(value, { relaxed: false });
  let copy: Record<string, unknown> | undefined;
  for (const key of Object.keys(value)) {
    const before = value[key];
    const after = wrap(before);
    if (after !== before) {
      copy ??= { ...value };
      copy[key] = after;
    }
  }
  return copy ?? value;
}

function wrapList(list: readonly unknown[]): readonly unknown[] {
  let copy: unknown[] | undefined;
  for (let at = 0; at < list.length; at += 1) {
    const after = wrap(list[at]);
    if (after !== list[at]) {
      copy ??= [...list];
      copy[at] = after;
    }
  }
  return copy ?? list;
}

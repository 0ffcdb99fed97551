import { isDocument } from './document';
import { numberKey } from './numbers/numberKey';
import { isNumeric } from './numbers/numeric';
import { valueRank, valueRanks } from './valueRank';

/**
 * Turns a value into bytes whose order is MongoDB's order of values, each encoding complete in itself, so that encodings can be
 * joined into compound keys and a prefix of values is a prefix of bytes.
 *
 * Numbers are as {@link numberKey} says; text is UTF-8 with 00 escaped; objects and lists are their members in turn.
 */
export function encodeKey(value: unknown): Buffer {
  const parts: Buffer[] = [];
  append(parts, value);
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
}

const end = Buffer.from([0]);

function append(parts: Buffer[], value: unknown): void {
  const rank = valueRank(value);
  switch (rank) {
    case valueRanks.number:
      parts.push(numberKey(rank, isNumeric(value) ? value : Number(value)));
      return;
    case valueRanks.date:
      parts.push(numberKey(rank, value instanceof Date ? value.getTime() : Number.NaN));
      return;
    case valueRanks.text:
      parts.push(textKey(rank, String(value)));
      return;
    case valueRanks.boolean:
      parts.push(Buffer.from([rank, value === true ? 1 : 0]));
      return;
    case valueRanks.list:
      appendList(parts, value);
      return;
    case valueRanks.document:
      appendDocument(parts, value);
      return;
    case valueRanks.minKey:
    case valueRanks.maxKey:
    case valueRanks.absent:
      parts.push(Buffer.from([rank]));
      return;
    default:
      parts.push(textKey(rank, otherText(value)));
  }
}

function appendList(parts: Buffer[], value: unknown): void {
  parts.push(Buffer.from([valueRanks.list]));
  if (Array.isArray(value)) for (const item of value) append(parts, item);
  parts.push(end);
}

function appendDocument(parts: Buffer[], value: unknown): void {
  parts.push(Buffer.from([valueRanks.document]));
  if (isDocument(value)) {
    for (const name of Object.keys(value)) {
      parts.push(textKey(valueRank(value[name]), name));
      append(parts, value[name]);
    }
  }
  parts.push(end);
}

function otherText(value: unknown): string {
  if (value instanceof RegExp) return `${value.source}\u0001${value.flags}`;
  return JSON.stringify(value);
}

function textKey(rank: number, text: string): Buffer {
  if (text.includes('\u0000')) return Buffer.concat([Buffer.from([rank]), escapeZeros(Buffer.from(text, 'utf8')), Buffer.from([0, 0])]);
  const bytes = Buffer.byteLength(text, 'utf8');
  const key = Buffer.allocUnsafe(bytes + 3);
  key[0] = rank;
  key.write(text, 1, 'utf8');
  key[bytes + 1] = 0;
  key[bytes + 2] = 0;
  return key;
}

function escapeZeros(bytes: Buffer): Buffer {
  const escaped: number[] = [];
  for (const byte of bytes) {
    escaped.push(byte);
    if (byte === 0) escaped.push(255);
  }
  return Buffer.from(escaped);
}

import { BSONRegExp, type Long } from 'bson';
import { isDocument, type Document } from '../engine/document';
import { hasBsonType } from '../engine/valueRank';

/** Turns what BSON held into plain values: patterns become JavaScript's where JavaScript can read them, wide whole numbers `bigint`. */
export function fromBson(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(fromBson);
  // By its mark: the driver may bring a copy of `bson` of its own.
  if (isLong(value)) return value.toBigInt();
  if (value instanceof BSONRegExp) return readPattern(value);
  return isDocument(value) ? documentFromBson(value) : value;
}

/** As {@link fromBson}, for a document; its members are replaced in place. */
export function documentFromBson(document: Document): Document {
  for (const name of Object.keys(document)) {
    const inner = document[name];
    if (typeof inner === 'object' && inner !== null) document[name] = fromBson(inner);
  }
  return document;
}

function isLong(value: unknown): value is Long {
  return hasBsonType(value) && value._bsontype === 'Long';
}

function readPattern(pattern: BSONRegExp): RegExp | BSONRegExp {
  try {
    return new RegExp(pattern.pattern, pattern.options.replace(/[^imsu]/g, ''));
  } catch {
    return pattern;
  }
}

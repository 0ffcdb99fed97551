import { isDocument } from './document';

/**
 * MongoDB's order of types when values of different types are compared or sorted.
 * Source: MongoDB manual, "Comparison/Sort Order".
 */
export const valueRanks = {
  minKey: 1,
  absent: 2,
  number: 3,
  text: 4,
  document: 5,
  list: 6,
  binary: 7,
  objectId: 8,
  boolean: 9,
  date: 10,
  timestamp: 11,
  pattern: 12,
  maxKey: 15,
} as const;

const bsonRanks: Readonly<Record<string, number>> = {
  MinKey: valueRanks.minKey,
  MaxKey: valueRanks.maxKey,
  Long: valueRanks.number,
  Int32: valueRanks.number,
  Double: valueRanks.number,
  Decimal128: valueRanks.number,
  Binary: valueRanks.binary,
  UUID: valueRanks.binary,
  ObjectId: valueRanks.objectId,
  Timestamp: valueRanks.timestamp,
  BSONRegExp: valueRanks.pattern,
  BSONSymbol: valueRanks.text,
};

/** The place of a value's type in MongoDB's order; null and absent share one. */
export function valueRank(value: unknown): number {
  switch (typeof value) {
    case 'undefined':
      return valueRanks.absent;
    case 'number':
    case 'bigint':
      return valueRanks.number;
    case 'string':
      return valueRanks.text;
    case 'boolean':
      return valueRanks.boolean;
    default:
      return objectRank(value);
  }
}

function objectRank(value: unknown): number {
  if (value === null) return valueRanks.absent;
  if (Array.isArray(value)) return valueRanks.list;
  if (value instanceof Date) return valueRanks.date;
  if (value instanceof RegExp) return valueRanks.pattern;
  if (isDocument(value)) return valueRanks.document;
  return (hasBsonType(value) ? bsonRanks[value._bsontype] : undefined) ?? valueRanks.document;
}

/** Whether a value is one of BSON's own types, told by the mark the `bson` package puts on them. */
export function hasBsonType(value: unknown): value is { _bsontype: string } {
  return typeof value === 'object' && value !== null && '_bsontype' in value && typeof value._bsontype === 'string';
}

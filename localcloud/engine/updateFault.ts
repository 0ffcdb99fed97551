import { cloudFault, type CloudFault } from '../cloudFault';
import { isDocument } from './document';
import { isDecimal } from './numbers/numeric';
import { printText } from './printText';

/** An update MongoDB refuses; the platform passes its sentence on. */
export function updateFault(message: string): CloudFault {
  return cloudFault('DATABASE_REQUEST_FAILED', message);
}

/** The name MongoDB gives a value's type in its error sentences. */
export function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (value === undefined) return 'missing';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  if (value instanceof RegExp) return 'regex';
  if (isDocument(value)) return 'object';
  switch (typeof value) {
    case 'number':
      return Number.isInteger(value) ? (Math.abs(value) < 2 ** 31 ? 'int' : 'long') : 'double';
    case 'boolean':
      return 'bool';
    case 'string':
      return 'string';
    case 'bigint':
      return 'long';
    default:
      return isDecimal(value) ? 'decimal' : 'object';
  }
}

/** A field with its value as MongoDB's sentences show it: `{a: "x"}`. */
export function shown(name: string, value: unknown): string {
  return `{${name}: ${printText(value)}}`;
}

import { argument, argumentList, expressionFault, type Operator } from './operator';

/**
 * Text in expressions: by code points and by UTF-8 bytes, null as empty text where MongoDB says so.
 * Source: MongoDB's manual, "String Expression Operators".
 */
export const textOperators: Readonly<Record<`$${string}`, Operator>> = {
  $indexOfBytes: indexOf('$indexOfBytes', (text) => [...Buffer.from(text)].map(String)),
  $indexOfCP: indexOf('$indexOfCP', (text) => Array.from(text)),
  $meta: (_document, operand) => {
    if (operand !== 'textScore' && operand !== 'indexKey') throw expressionFault(`Unsupported argument to $meta: ${String(operand)}`);
    // No index here keeps a score of text.
    throw expressionFault(`query requires ${operand === 'textScore' ? 'text score' : 'index key'} metadata, but it is not available`);
  },
  $substr: substring('$substr'),
  $substrBytes: substring('$substrBytes'),
  $toLower: (document, operand, options) => asText(single(document, operand, options)).toLowerCase(),
  $toUpper: (document, operand, options) => asText(single(document, operand, options)).toUpperCase(),
  $trunc: (document, operand, options) => {
    const [number, places] = argumentList('$trunc', operand, 1, 2, (part) => argument(document, part, options));
    if (number === null || number === undefined) return null;
    if (typeof number !== 'number') throw expressionFault(`$trunc only supports numeric types`);
    const factor = 10 ** (typeof places === 'number' ? places : 0);
    return Math.trunc(number * factor) / factor + 0;
  },
};

function single(document: unknown, operand: unknown, options: unknown): unknown {
  return argumentList('', operand, 1, 1, (part) => argument(document, part, options))[0];
}

/** Texts, numbers and dates have a text; null and absent are empty. */
function asText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (value instanceof Date) return value.toISOString();
  throw expressionFault(`can't convert from BSON type ${typeof value} to String`);
}

function indexOf(name: string, units: (text: string) => readonly string[]): Operator {
  return (document, operand, options) => {
    const [text, wanted, from, to] = argumentList(name, operand, 2, 4, (part) => argument(document, part, options));
    if (text === null || text === undefined) return null;
    if (typeof text !== 'string' || typeof wanted !== 'string')
      throw expressionFault(`${name} requires a string as its first and second argument`);
    const [within, sought] = [units(text), units(wanted)];
    const end = Math.min(typeof to === 'number' ? to : within.length, within.length);
    for (let at = typeof from === 'number' ? from : 0; at + sought.length <= end; at += 1) {
      if (sought.every((unit, offset) => within[at + offset] === unit)) return at;
    }
    return -1;
  };
}

/** By bytes; a negative length means to the end. Refuses to cut a sign in two. */
function substring(name: string): Operator {
  return (document, operand, options) => {
    const [text, from, length] = argumentList(name, operand, 3, 3, (part) => argument(document, part, options));
    if (typeof from !== 'number' || typeof length !== 'number') throw expressionFault(`${name}: starting index and length must be numeric`);
    const bytes = Buffer.from(asText(text));
    if (from < 0) throw expressionFault(`${name}: starting index must be non-negative`);
    const cut = bytes.subarray(from, length < 0 ? bytes.length : from + length);
    const result = cut.toString('utf8');
    if (!Buffer.from(result).equals(cut))
      throw expressionFault(`${name}: Invalid range, starting or ending index is a UTF-8 continuation byte.`);
    return result;
  };
}

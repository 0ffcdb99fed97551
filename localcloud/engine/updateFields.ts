import { compareValues } from './compareValues';
import { isDocument, type Document } from './document';
import { addNumbers, isNumeric, isWhole, multiplyNumbers, wholeNumber, type Numeric } from './numbers/numeric';
import { printText } from './printText';
import { shown, typeName, updateFault } from './updateFault';
import { assign, clear, findPlace, makePlace, read } from './updatePath';

/** One update operator at one path. `nowMs` is the server's time. */
export type UpdateStep = (document: Document, path: string, operand: unknown, nowMs: number) => void;

/** `$set`: the value, whatever was there. */
export const setField: UpdateStep = (document, path, operand) => assign(makePlace(document, path), operand);

/** `$unset`: absent; in a list, null. */
export const unsetField: UpdateStep = (document, path) => {
  const place = findPlace(document, path);
  if (place !== undefined && read(place) !== undefined) clear(place);
};

/** `$inc`: the sum; an absent field counts as 0. Refuses what is not a number, and what has no 64 bits. */
export const incField: UpdateStep = (document, path, operand) => {
  if (!isNumeric(operand)) throw updateFault(`Cannot increment with non-numeric argument: ${shown(path, operand)}`);
  arithmetic(document, path, '$inc', (value) => addNumbers(value, operand));
};

/** `$mul`: the product; an absent field counts as 0. Refuses what is not a number, and what has no 64 bits. */
export const mulField: UpdateStep = (document, path, operand) => {
  if (!isNumeric(operand)) throw updateFault(`Cannot multiply with non-numeric argument: ${shown(path, operand)}`);
  arithmetic(document, path, '$mul', (value) => multiplyNumbers(value, operand));
};

function arithmetic(document: Document, path: string, operator: string, compute: (value: Numeric) => Numeric | undefined): void {
  const place = makePlace(document, path);
  const value = read(place) === undefined ? 0 : read(place);
  if (!isNumeric(value)) {
    const at = `{_id: ${printText(document['_id'])}} has the field '${place.name}' of non-numeric type ${typeName(value)}`;
    throw updateFault(`Cannot apply ${operator} to a value of non-numeric type. ${at}`);
  }
  const result = compute(value);
  if (result === undefined) {
    const at = `((NumberLong)${String(value)}) for document {_id: ${printText(document['_id'])}}`;
    throw updateFault(`Failed to apply ${operator} operations to current value ${at}`);
  }
  assign(place, result);
}

/** `$min`: the operand where it comes before what is there, or nothing is there. */
export const minField: UpdateStep = (document, path, operand) => {
  const place = makePlace(document, path);
  if (read(place) === undefined || compareValues(operand, read(place)) < 0) assign(place, operand);
};

/** `$max`: the operand where it comes after what is there, or nothing is there. */
export const maxField: UpdateStep = (document, path, operand) => {
  const place = makePlace(document, path);
  if (read(place) === undefined || compareValues(operand, read(place)) > 0) assign(place, operand);
};

/** `$rename`: the value under another name. Refuses to lead through lists. */
export const renameField: UpdateStep = (document, path, operand) => {
  if (typeof operand !== 'string') throw updateFault(`The 'to' field for $rename must be a string: ${path}: ${printText(operand)}`);
  if (operand === path) throw updateFault(`The source and target field for $rename must differ: ${path}: "${operand}"`);
  const source = findPlace(document, path);
  if (source === undefined || read(source) === undefined) return;
  if (Array.isArray(source.holder)) {
    throw updateFault(`The source field cannot be an array element, '${path}' in doc with _id: ${printText(document['_id'])}`);
  }
  const target = makePlace(document, operand);
  if (Array.isArray(target.holder)) throw updateFault(`The destination field cannot be an array element, '${operand}'`);
  const value = read(source);
  clear(source);
  assign(target, value);
};

/** `$currentDate`: the server's time. Only dates are served: the platform's documents hold no timestamps. */
export const currentDateField: UpdateStep = (document, path, operand, nowMs) => {
  const wanted = isDocument(operand) ? operand['$type'] : operand === true ? 'date' : undefined;
  if (wanted !== 'date') {
    throw updateFault(`${typeName(operand)} is not valid type for $currentDate. Please use a boolean ('true') or a $type expression`);
  }
  assign(makePlace(document, path), new Date(nowMs));
};

/** `$bit`: and, or, xor on whole numbers. */
export const bitField: UpdateStep = (document, path, operand) => {
  if (!isDocument(operand)) {
    throw updateFault(`The $bit modifier is not compatible with a ${typeName(operand)}. You must pass in an embedded document`);
  }
  const place = makePlace(document, path);
  const before = read(place) ?? 0;
  if (!isNumeric(before) || !isWhole(before)) {
    throw updateFault(
      `Cannot apply $bit to a value of non-integral type.{_id: ${printText(document['_id'])}} has the field ${place.name} of non-integer type ${typeName(before)}`,
    );
  }
  let value: number | bigint = before;
  for (const [name, bits] of Object.entries(operand)) {
    if (!isNumeric(bits) || !isWhole(bits)) {
      throw updateFault(`The $bit modifier field must be an Integer(32/64 bit); a '${typeName(bits)}' is not supported here`);
    }
    value = wholeNumber(bitwise(name, BigInt(value), BigInt(bits))) ?? value;
  }
  assign(place, value);
};

function bitwise(name: string, left: bigint, right: bigint): bigint {
  switch (name) {
    case 'and':
      return left & right;
    case 'or':
      return left | right;
    case 'xor':
      return left ^ right;
    default:
      throw updateFault(`The $bit modifier only supports 'and', 'or', and 'xor', not '${name}' which is an unknown operator`);
  }
}

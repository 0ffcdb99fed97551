import { compareValues } from './compareValues';
import { isDocument } from './document';
import { makeMatcher } from './makeMatcher';
import { printText } from './printText';
import { isOperators } from './readFilter';
import { sortValues } from './sortDocuments';
import { typeName, updateFault } from './updateFault';
import type { UpdateStep } from './updateFields';
import { assign, findPlace, makePlace, read, type Place } from './updatePath';

/** `$push`: one item, or `$each` with `$position`, `$sort` and `$slice`. Refuses what is not a list. */
export const pushItems: UpdateStep = (document, path, operand) => {
  const place = makePlace(document, path);
  const list = listAt(
    place,
    () => `The field '${path}' must be an array but is of type ${typeName(read(place))} in document {_id: ${printText(document['_id'])}}`,
  );
  const modifiers = isDocument(operand) && '$each' in operand ? operand : { $each: [operand] };
  const each = modifiers['$each'];
  if (!Array.isArray(each)) throw updateFault(`The argument to $each in $push must be an array but it was of type: ${typeName(each)}`);
  checkModifiers(Object.keys(modifiers));
  const position = wholeOr(modifiers['$position'], list.length, '$position');
  const at = position < 0 ? Math.max(0, list.length + position) : Math.min(position, list.length);
  let next: unknown[] = [...list.slice(0, at), ...(each as readonly unknown[]), ...list.slice(at)];
  if (modifiers['$sort'] !== undefined) next = sortValues(next, modifiers['$sort']);
  if (modifiers['$slice'] !== undefined) {
    const slice = wholeOr(modifiers['$slice'], 0, '$slice');
    next = slice >= 0 ? next.slice(0, slice) : next.slice(slice);
  }
  assign(place, next);
};

const pushModifiers = new Set(['$each', '$position', '$sort', '$slice']);

function checkModifiers(names: readonly string[]): void {
  const unknown = names.find((name) => !pushModifiers.has(name));
  if (unknown !== undefined) throw updateFault(`Unrecognized clause in $push: ${unknown}`);
}

function wholeOr(value: unknown, absent: number, name: string): number {
  if (value === undefined) return absent;
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    throw updateFault(`The value for ${name} must be an integer value but was given type: ${typeName(value)}`);
  }
  return value;
}

/** `$addToSet`: items that are not there yet. Refuses what is not a list. */
export const addToSet: UpdateStep = (document, path, operand) => {
  const place = makePlace(document, path);
  const list = listAt(
    place,
    () => `Cannot apply $addToSet to non-array field. Field named '${place.name}' has non-array type ${typeName(read(place))}`,
  );
  const wanted: unknown = isDocument(operand) && '$each' in operand ? operand['$each'] : [operand];
  if (!Array.isArray(wanted)) {
    throw updateFault(`The argument to $each in $addToSet must be an array but it was of type ${typeName(wanted)}`);
  }
  const next = [...list];
  for (const item of wanted) if (!next.some((other) => compareValues(other, item) === 0)) next.push(item);
  assign(place, next);
};

/** `$pop`: without the last item (1) or the first (−1). */
export const popItem: UpdateStep = (document, path, operand) => {
  if (operand !== 1 && operand !== -1) throw updateFault(`$pop expects 1 or -1, found: ${printText(operand)}`);
  const place = findPlace(document, path);
  if (place === undefined || read(place) === undefined) return;
  const list = listAt(place, () => `Path '${path}' contains an element of non-array type '${typeName(read(place))}'`);
  assign(place, operand === 1 ? list.slice(0, -1) : list.slice(1));
};

/** `$pull`: without the items that equal the operand or meet its conditions. */
export const pullItems: UpdateStep = (document, path, operand) => {
  const place = findPlace(document, path);
  if (place === undefined || read(place) === undefined) return;
  const list = listAt(place, () => 'Cannot apply $pull to a non-array value');
  const matches = pullMatcher(operand);
  assign(
    place,
    list.filter((item) => !matches(item)),
  );
};

function pullMatcher(operand: unknown): (item: unknown) => boolean {
  if (isOperators(operand) || operand instanceof RegExp) {
    const matches = makeMatcher({ item: operand });
    // An item that is itself a list must meet the condition as a whole, not by one of its own items.
    return (item) => !Array.isArray(item) && matches({ item });
  }
  if (isDocument(operand)) {
    const matches = makeMatcher(operand);
    return (item) => isDocument(item) && matches(item);
  }
  return (item) => compareValues(item, operand) === 0;
}

/** `$pullAll`: without the items that equal one of the operand's. */
export const pullAllItems: UpdateStep = (document, path, operand) => {
  if (!Array.isArray(operand)) throw updateFault(`$pullAll requires an array argument but was given a ${typeName(operand)}`);
  const place = findPlace(document, path);
  if (place === undefined || read(place) === undefined) return;
  const list = listAt(place, () => 'Cannot apply $pull to a non-array value');
  assign(
    place,
    list.filter((item) => !operand.some((other) => compareValues(other, item) === 0)),
  );
};

function listAt(place: Place, sentence: () => string): readonly unknown[] {
  const value = read(place);
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw updateFault(sentence());
  return value;
}

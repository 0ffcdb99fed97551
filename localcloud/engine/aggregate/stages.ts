import { Lazy, type Iterator } from 'mingo/lazy';
import { isDocument, type Document } from '../document';
import { refuseNear } from '../geo/nearOf';
import { makeMatcher } from '../makeMatcher';
import { readSort } from '../planQuery';
import { sortDocuments } from '../sortDocuments';
import { argument, expressionFault } from './operator';

/** A stage as mingo calls it: the documents, what stands beside the stage, and mingo's own options. */
export type Stage = (...call: [documents: Iterator, operand: unknown, options: unknown]) => Iterator;

/** `$match`: the same meaning as in a query. */
export const matchStage: Stage = (documents, operand, options) => {
  if (!isDocument(operand)) throw expressionFault('the match filter must be an expression in an object');
  refuseNear(operand);
  const matches = makeMatcher(operand, (expression) => (document) => argument(document, expression, options));
  return documents.filter((document) => isDocument(document) && matches(document));
};

/** `$sort`: MongoDB's order of values, lists by their smallest or greatest item, equal ones as they came. */
export const sortStage: Stage = (documents, operand) => {
  const order = readSort(operand);
  if (order.length === 0) throw expressionFault('$sort stage must have at least one sort key');
  return documents.transform((list: unknown[]) => Lazy(sortDocuments(list, order, (document) => document)));
};

/** `$sample`: as many documents as asked for, each at most once. */
export const sampleStage: Stage = (documents, operand) => {
  const size = isDocument(operand) ? operand['size'] : undefined;
  if (typeof size !== 'number' || !(size >= 0)) throw expressionFault('the size argument to $sample must be a number of at least 0');
  return documents.transform((list: unknown[]) => {
    const drawn = list.map((document) => ({ document, lot: Math.random() })).sort((left, right) => left.lot - right.lot);
    return Lazy(drawn.slice(0, Math.trunc(size)).map(({ document }) => document));
  });
};

/** `$unwind`: one document an item; what is no list counts as one item. */
export const unwindStage: Stage = (documents, operand) => {
  const asked = isDocument(operand) ? operand : { path: operand };
  const { path, includeArrayIndex, preserveNullAndEmptyArrays } = asked;
  if (typeof path !== 'string' || !path.startsWith('$'))
    throw expressionFault(`path option to $unwind stage should be prefixed with a '$': ${String(path)}`);
  const segments = path.slice(1).split('.');
  const keep = preserveNullAndEmptyArrays === true;
  return documents.transform((list: unknown[]) =>
    Lazy(list.filter(isDocument).flatMap((document) => unwound(document, segments, includeArrayIndex, keep))),
  );
};

function unwound(document: Document, segments: readonly string[], indexField: unknown, keep: boolean): Document[] {
  const value = valueAt(document, segments);
  const numbered = (copy: Document, at: number | null): Document => (typeof indexField === 'string' ? { ...copy, [indexField]: at } : copy);
  if (Array.isArray(value)) {
    if (value.length === 0) return keep ? [numbered(withValue(document, segments, undefined), null)] : [];
    return value.map((item, at) => numbered(withValue(document, segments, item), at));
  }
  if (value === undefined || value === null) return keep ? [numbered(document, null)] : [];
  return [numbered(document, null)];
}

function valueAt(document: Document, segments: readonly string[]): unknown {
  let value: unknown = document;
  for (const segment of segments) value = isDocument(value) ? value[segment] : undefined;
  return value;
}

/** A copy of the document with another value at the path, `undefined` taking it away. */
function withValue(document: Document, segments: readonly string[], value: unknown): Document {
  const [segment, ...rest] = segments;
  if (segment === undefined) return document;
  const copy = { ...document };
  const inner = copy[segment];
  if (rest.length > 0) copy[segment] = withValue(isDocument(inner) ? inner : {}, rest, value);
  else if (value === undefined) delete copy[segment];
  else copy[segment] = value;
  return copy;
}

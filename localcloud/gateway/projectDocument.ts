import { cloudFault } from '../cloudFault';
import { isDocument, type Document } from '../engine/document';
import { makeMatcher } from '../engine/makeMatcher';

/** What a projection says of fields, by path segment: kept or dropped as a whole, or looked into. */
interface Tree {
  [name: string]: Tree | true;
}

/**
 * Keeps only the fields a projection asks for, or drops those it refuses, in the document's own order; `$slice` and `$elemMatch` cut
 * lists. Source of the behaviour: MongoDB's manual, "Project Fields to Return from Query": `_id` stays unless refused, `$slice` alone
 * leaves the other fields in place, `$elemMatch` keeps only what is named. Refuses to mix keeping and dropping.
 */
export function projectDocument(document: Document, projection: Document): Document {
  const { keep, drop, cuts } = readProjection(projection);
  const dropsId = isRefusal(projection['_id']);
  const cut = cuts.reduce((current, { path, change }) => changeAt(current, path.split('.'), change), document);
  if (keep === undefined) return (drop === undefined ? cut : without(cut, drop)) as Document;
  const kept = pick(cut, keep) as Document;
  if (dropsId || !('_id' in document)) delete kept['_id'];
  else return { _id: document['_id'], ...kept };
  return kept;
}

interface Cut {
  readonly path: string;
  readonly change: (list: readonly unknown[]) => readonly unknown[] | undefined;
}

interface Plan {
  readonly keep: Tree | undefined;
  readonly drop: Tree | undefined;
  readonly cuts: readonly Cut[];
}

function readProjection(projection: Document): Plan {
  const keep: string[] = [];
  const drop: string[] = [];
  const cuts: Cut[] = [];
  for (const [path, wanted] of Object.entries(projection)) {
    if (isDocument(wanted)) {
      cuts.push({ path, change: readCut(wanted) });
      if ('$elemMatch' in wanted) keep.push(path);
    } else if (isRefusal(wanted)) drop.push(path);
    else keep.push(path);
  }
  const dropped = drop.filter((path) => path !== '_id');
  if (keep.some((path) => path !== '_id') && dropped.length > 0) {
    throw cloudFault('DATABASE_REQUEST_FAILED', `Cannot do exclusion on field ${String(dropped[0])} in inclusion projection`);
  }
  if (keep.length > 0 && dropped.length === 0) return { keep: treeOf([...keep, ...cuts.map((cut) => cut.path)]), drop: undefined, cuts };
  return { keep: undefined, drop: drop.length > 0 ? treeOf(drop) : undefined, cuts };
}

function isRefusal(wanted: unknown): boolean {
  return wanted === 0 || wanted === false;
}

function treeOf(paths: readonly string[]): Tree {
  const tree: Tree = {};
  for (const path of paths) {
    let place = tree;
    const segments = path.split('.');
    for (const [at, name] of segments.entries()) {
      const inner = place[name];
      if (inner === true) break;
      if (at === segments.length - 1) place[name] = true;
      else place = place[name] = inner ?? {};
    }
  }
  return tree;
}

function readCut(wanted: Document): Cut['change'] {
  const slice = wanted['$slice'];
  if (typeof slice === 'number') return (list) => (slice >= 0 ? list.slice(0, slice) : list.slice(slice));
  if (Array.isArray(slice)) {
    const [skip, count] = slice.map(Number);
    if (slice.length !== 2 || skip === undefined || !(Number(count) > 0))
      throw cloudFault('DATABASE_REQUEST_FAILED', '$slice limit must be positive');
    return (list) => {
      const from = skip >= 0 ? skip : Math.max(0, list.length + skip);
      return list.slice(from, from + Number(count));
    };
  }
  const condition = wanted['$elemMatch'];
  if (!isDocument(condition)) throw cloudFault('DATABASE_REQUEST_FAILED', `Unsupported projection option: ${Object.keys(wanted).join()}`);
  const matches = makeMatcher({ list: { $elemMatch: condition } });
  return (list) => {
    const found = list.findIndex((item) => matches({ list: [item] }));
    return found < 0 ? undefined : [list[found]];
  };
}

/** A copy with the list at a path cut; `undefined` from the cut takes the field away. */
function changeAt(document: Document, [name = '', ...rest]: readonly string[], change: Cut['change']): Document {
  const value = document[name];
  if (rest.length > 0) return isDocument(value) ? { ...document, [name]: changeAt(value, rest, change) } : document;
  if (!Array.isArray(value)) return document;
  const copy = { ...document, [name]: change(value as readonly unknown[]) };
  if (copy[name] === undefined) delete copy[name];
  return copy;
}

function pick(value: unknown, tree: Tree): unknown {
  if (Array.isArray(value)) return value.filter((item) => isDocument(item) || Array.isArray(item)).map((item) => pick(item, tree));
  const kept: Document = {};
  for (const [name, inner] of Object.entries(value as Document)) {
    const wanted = Object.hasOwn(tree, name) ? tree[name] : undefined;
    if (wanted === true) kept[name] = inner;
    else if (wanted !== undefined && (isDocument(inner) || Array.isArray(inner))) kept[name] = pick(inner, wanted);
  }
  return kept;
}

function without(value: unknown, tree: Tree): unknown {
  if (Array.isArray(value)) return value.map((item) => without(item, tree));
  if (!isDocument(value)) return value;
  const kept: Document = {};
  for (const [name, inner] of Object.entries(value)) {
    const refused = Object.hasOwn(tree, name) ? tree[name] : undefined;
    if (refused !== true) kept[name] = refused === undefined ? inner : without(inner, refused);
  }
  return kept;
}

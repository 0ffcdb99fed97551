import type { Acknowledged } from '../openJournal';
import type { Snapshot } from '../takeSnapshot';

/** Something that must hold of all documents, written without the rules' own code. */
export interface Invariant {
  readonly name: string;
  /** A sentence for each difference; how many things were looked at. */
  readonly check: (documents: Snapshot, acknowledged: readonly Acknowledged[]) => Finding;
  /** Plants a fault that `check` must find. False: these documents have no place for it. */
  readonly spoil: (documents: Snapshot) => boolean;
}

export interface Finding {
  readonly looked: number;
  readonly wrong: readonly string[];
}

/** Writes over the first document that fits, and says whether there was one. */
export function spoilFirst<Document>(
  documents: Document[],
  fits: (document: Document) => boolean,
  change: (document: Document) => Partial<Document>,
): boolean {
  const at = documents.findIndex(fits);
  const found = documents[at];
  if (found === undefined) return false;
  documents[at] = { ...found, ...change(found) };
  return true;
}

/** Items by a key of theirs. */
export function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

export function total<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0);
}

/** A sentence for each key that more than one item has. */
export function repeated<Item>(what: string, items: readonly Item[], keyOf: (item: Item) => string): readonly string[] {
  return [...grouped(items, keyOf)].filter(([, same]) => same.length > 1).map(([key, same]) => `${what} ${key}: ${same.length} times`);
}

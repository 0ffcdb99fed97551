import { collectionOf, type EngineCore } from '../core';
import { isDocument, type Document } from '../document';
import { findDocuments } from '../findDocuments';
import { pathLeaves } from '../match/pathLeaves';

/** Above this many different values a join reads the whole collection rather than asking for each. */
const joinValuesMax = 5000;

/**
 * Reads the documents that stages join, by collection: for a plain `$lookup` only those with the wanted values (by index, where
 * there is one), else the whole collection. Refuses a collection nobody declared.
 */
export async function readJoined(
  core: EngineCore,
  stages: readonly Document[],
  documents: readonly Document[],
): Promise<ReadonlyMap<string, Document[]>> {
  const joined = new Map<string, Document[]>();
  const [first] = stages;
  const plain = isDocument(first?.['$lookup']) ? joinFilter(first['$lookup'], documents) : undefined;
  const names = joinedNames(stages);
  for (const name of names) {
    const filter = plain !== undefined && plain.from === name && names.size === 1 ? plain.filter : {};
    const found = await findDocuments(core, collectionOf(core, name), { filter });
    joined.set(
      name,
      found.map((item) => item.document),
    );
  }
  return joined;
}

function joinFilter(lookup: Document, documents: readonly Document[]): { from: string; filter: Document } | undefined {
  const { from, localField, foreignField, pipeline } = lookup;
  if (typeof from !== 'string' || typeof localField !== 'string' || typeof foreignField !== 'string' || pipeline !== undefined)
    return undefined;
  const values = new Set<unknown>();
  for (const document of documents) {
    for (const leaf of pathLeaves(document, localField))
      for (const value of Array.isArray(leaf) ? (leaf as unknown[]) : [leaf]) values.add(value ?? null);
    if (values.size > joinValuesMax) return undefined;
  }
  return { from, filter: { [foreignField]: { $in: [...values] } } };
}

/** The collections that stages join, at any depth. */
export function joinedNames(stages: readonly Document[]): ReadonlySet<string> {
  const names = new Set<string>();
  collectNames(stages, names);
  return names;
}

function collectNames(value: unknown, names: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) collectNames(item, names);
  if (!isDocument(value)) return;
  for (const key of ['$lookup', '$graphLookup', '$unionWith']) {
    const stage = value[key];
    const name = typeof stage === 'string' ? stage : isDocument(stage) ? (stage['from'] ?? stage['coll']) : undefined;
    if (typeof name === 'string') names.add(name);
  }
  for (const inner of Object.values(value)) collectNames(inner, names);
}

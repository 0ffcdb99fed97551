import type { Search } from '../candidates';
import type { StoredDocument } from '../catalog';
import type { EngineCore } from '../core';
import type { Document } from '../document';
import { eachCandidate } from '../eachCandidate';
import { parseDocument } from '../parseText';
import { nearestIn } from './nearestIn';
import type { NearPlan } from './planGeo';

interface NearSearch extends Pick<Search, 'collection'> {
  readonly plan: NearPlan;
}

interface NearDocument extends StoredDocument {
  readonly document: Document;
}

/** Finds at most `wanted` documents, nearest first, equally near ones in insertion order; reads no farther out than it must. */
export async function findNear(
  core: EngineCore,
  { collection, plan }: NearSearch,
  matches: (document: Document) => boolean,
  wanted: number,
): Promise<NearDocument[]> {
  const found: { readonly item: NearDocument; readonly radians: number }[] = [];
  let lastShownTo = 0;
  await eachCandidate(core, { collection, plan, all: true }, ({ record, text, shownTo = 0 }) => {
    if (shownTo > lastShownTo && found.filter(({ radians }) => radians <= shownTo).length >= wanted) return false;
    lastShownTo = shownTo;
    const document = parseDocument(text);
    const nearest = matches(document) ? nearestIn(document, plan.near) : undefined;
    if (nearest !== undefined) found.push({ item: { record, text, document }, radians: nearest.radians });
    return true;
  });
  found.sort((left, right) => left.radians - right.radians || left.item.record - right.item.record);
  return found.slice(0, wanted === Infinity ? undefined : wanted).map(({ item }) => item);
}

import { isDocument, type Document } from '../document';
import { queryFault } from '../match/valueTests';
import { nearDemand, type NearDemand } from './geoDemand';

/** What a filter measures: which field, from where, how far. */
export interface NearQuery extends NearDemand {
  readonly path: string;
}

/** What a filter that asks for what is near measures; `undefined` for any other. */
export function nearOf(filter: Document): NearQuery | undefined {
  for (const path of Object.keys(filter)) {
    const condition = filter[path];
    if (path === '$and' && Array.isArray(condition)) {
      for (const part of condition) {
        const near = isDocument(part) ? nearOf(part) : undefined;
        if (near !== undefined) return near;
      }
    } else if (isDocument(condition) && ('$near' in condition || '$nearSphere' in condition)) {
      return { path, ...nearDemand(condition['$nearSphere'] ?? condition['$near'], condition) };
    }
  }
  return undefined;
}

/** Refuses a filter of an aggregation that asks for what is near. Source: MongoDB's manual, "$match": restrictions. */
export function refuseNear(filter: Document): void {
  if (nearOf(filter) !== undefined) throw queryFault('$geoNear, $near, and $nearSphere are not allowed in this context');
}

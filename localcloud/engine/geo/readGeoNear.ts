import { isDocument, type Document } from '../document';
import { pathLeaves } from '../match/pathLeaves';
import { queryFault } from '../match/valueTests';
import { earthRadiusMetres, nearestMetres } from './distanceMetres';
import { centreOf } from './geoTests';
import { readGeometry } from './geometry';

/** A `$geoNear` stage, read: what it filters by and how it measures. */
export interface GeoNear {
  readonly filter: Document;
  /** Documents with their distance, nearest first. */
  readonly measure: (documents: readonly Document[]) => Document[];
}

/**
 * Reads `$geoNear`: documents by their distance from a place. Without `key` the first field that holds a shape is measured (MongoDB
 * takes the field of the only geo index). Source: MongoDB's manual, "$geoNear".
 */
export function readGeoNear(operand: unknown): GeoNear {
  if (!isDocument(operand)) throw queryFault('$geoNear requires an object');
  const { near, distanceField, query, key, includeLocs } = operand;
  if (typeof distanceField !== 'string') throw queryFault('$geoNear requires a distanceField');
  const from = centreOf(near);
  const unit = isDocument(near) ? 1 : earthRadiusMetres;
  const number = (name: string, absent: number): number => (typeof operand[name] === 'number' ? operand[name] : absent);
  const [least, most] = [number('minDistance', 0) * unit, number('maxDistance', Infinity) * unit];
  return {
    filter: isDocument(query) ? query : {},
    measure(documents) {
      const measured = documents.flatMap((document) => {
        const place =
          typeof key === 'string'
            ? pathLeaves(document, key)[0]
            : Object.values(document).find((value) => readGeometry(value) !== undefined);
        const geometry = readGeometry(place);
        const metres = geometry === undefined ? Infinity : nearestMetres(from, geometry);
        return metres < Infinity && metres >= least && metres <= most ? [{ document, metres, place }] : [];
      });
      measured.sort((left, right) => left.metres - right.metres);
      return measured.map(({ document, metres, place }) => {
        const withDistance = withPath(document, distanceField, (metres / unit) * number('distanceMultiplier', 1));
        return typeof includeLocs === 'string' ? withPath(withDistance, includeLocs, place) : withDistance;
      });
    },
  };
}

function withPath(document: Document, path: string, value: unknown): Document {
  const [name = path, ...rest] = path.split('.');
  const inner = document[name];
  return { ...document, [name]: rest.length === 0 ? value : withPath(isDocument(inner) ? inner : {}, rest.join('.'), value) };
}

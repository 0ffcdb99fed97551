import type { Document } from '../document';
import { queryFault, type ValueTest } from '../match/valueTests';
import { readGeometry } from './geometry';
import { nearDemand, regionDemand } from './geoDemand';
import { radiansTo } from './shapes';

/**
 * Tests of shapes in filters. The earth is a ball, edges run along great circles.
 * Source: MongoDB's manual, "Geospatial Query Operators" and "GeoJSON Objects".
 */
export const geoTests: Readonly<Record<string, (operand: unknown, condition: Document) => ValueTest | undefined>> = {
  $near: nearTest,
  $nearSphere: nearTest,
  $geoWithin: (operand) => shapeTest('$geoWithin', operand),
  $geoIntersects: (operand) => shapeTest('$geoIntersects', operand),
  // Read together with $near or $nearSphere.
  $maxDistance: () => undefined,
  $minDistance: () => undefined,
};

function nearTest(operand: unknown, condition: Document): ValueTest {
  const { from, least, most } = nearDemand(operand, condition);
  return (value) => {
    const geometry = readGeometry(value);
    if (geometry === undefined) return false;
    const radians = radiansTo(from, geometry);
    return radians >= least && radians <= most;
  };
}

function shapeTest(operator: string, operand: unknown): ValueTest {
  const demand = regionDemand(operator, operand);
  if (demand === undefined) throw queryFault(`${operator} needs an object`);
  return (value) => {
    const geometry = readGeometry(value);
    return geometry !== undefined && demand.holds(geometry);
  };
}

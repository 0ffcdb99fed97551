import { doCrossInside, doMeet, isOnEdge, middlesOf, onEdgeRadians, radiansToEdge, type Edge } from './edge';
import { allEdges, allPlaces, type Geometry, type Surface } from './geometry';
import { isInRing, isOnRing } from './ring';
import { angleBetween, type Vector } from './vector';

/** Whether all of a shape lies in one of some surfaces. Edges count as inside, and run along great circles. */
export function isWithin(geometry: Geometry, surfaces: readonly Surface[]): boolean {
  const [places, edges] = [allPlaces(geometry), allEdges(geometry)];
  return surfaces.some(
    (surface) =>
      places.every((place) => isInSurface(place, surface)) &&
      !edges.some((edge) => leaves(edge, surface)) &&
      !surface.slice(1).some((hole) => geometry.surfaces.some((inner) => hole.edges.some((edge) => isStrictlyIn(edge.from, inner)))),
  );
}

/** Whether two shapes share a place. */
export function doIntersect(left: Geometry, right: Geometry): boolean {
  const [leftEdges, rightEdges] = [allEdges(left), allEdges(right)];
  if (leftEdges.some((one) => rightEdges.some((other) => doMeet(one, other)))) return true;
  const meets = (one: Geometry, other: Geometry): boolean => allPlaces(one).some((place) => isOn(place, other));
  return meets(left, right) || meets(right, left);
}

/** The way from a place to the nearest place of a shape, in radians; 0 when it lies in one of its surfaces. */
export function radiansTo(place: Vector, geometry: Geometry): number {
  return isInside(place, geometry) ? 0 : radiansToBorder(place, geometry);
}

/** The way from a place to the nearest point, line or border of a shape, in radians. */
export function radiansToBorder(place: Vector, { points, lines, surfaces }: Geometry): number {
  let nearest = Infinity;
  for (const point of points) nearest = Math.min(nearest, angleBetween(place, point));
  for (const edge of lines) nearest = Math.min(nearest, radiansToEdge(place, edge));
  for (const ring of surfaces.flat()) for (const edge of ring.edges) nearest = Math.min(nearest, radiansToEdge(place, edge));
  return nearest;
}

/** Whether a place lies in one of the surfaces of a shape. */
export function isInside(place: Vector, { surfaces }: Geometry): boolean {
  return surfaces.some((surface) => isInSurface(place, surface));
}

function isOn(place: Vector, geometry: Geometry): boolean {
  if (geometry.points.some((point) => angleBetween(point, place) <= onEdgeRadians)) return true;
  if (geometry.lines.some((edge) => isOnEdge(place, edge))) return true;
  return isInside(place, geometry);
}

/** Inside the first ring and in none of the others, which are holes; on an edge counts as inside. */
function isInSurface(place: Vector, [outer, ...holes]: Surface): boolean {
  if (outer === undefined || !(isOnRing(place, outer) || isInRing(place, outer))) return false;
  return !holes.some((hole) => !isOnRing(place, hole) && isInRing(place, hole));
}

function isStrictlyIn(place: Vector, [outer, ...holes]: Surface): boolean {
  if (outer === undefined || isOnRing(place, outer) || !isInRing(place, outer)) return false;
  return !holes.some((hole) => isOnRing(place, hole) || isInRing(place, hole));
}

/** Whether an edge goes out of a surface between its ends: it crosses a ring, or between two places on rings it lies outside. */
function leaves(edge: Edge, surface: Surface): boolean {
  const rings = surface.flatMap((ring) => ring.edges);
  if (rings.some((other) => doCrossInside(edge, other))) return true;
  const cuts = rings.map((other) => other.from);
  return middlesOf(edge, cuts).some((middle) => !isInSurface(middle, surface));
}

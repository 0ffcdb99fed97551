import type { Geometry, Position } from './geometry';

type Surface = readonly (readonly Position[])[];

/** Whether all of a shape lies in one of some surfaces. Edges count as inside; edges are straight in degrees. */
export function isWithin(geometry: Geometry, surfaces: readonly Surface[]): boolean {
  const corners = [...geometry.points, ...geometry.lines.flat(), ...geometry.surfaces.flat(2)];
  const edges = [...geometry.lines, ...geometry.surfaces.flat()].flatMap(segmentsOf);
  return surfaces.some((surface) => corners.every((corner) => isInside(corner, surface)) && !edges.some((edge) => leaves(edge, surface)));
}

/** Whether two shapes share a place. */
export function doIntersect(left: Geometry, right: Geometry): boolean {
  const [leftEdges, rightEdges] = [edgesOf(left), edgesOf(right)];
  if (leftEdges.some((one) => rightEdges.some((other) => doCross(one, other)))) return true;
  const meets = (one: Geometry, other: Geometry): boolean =>
    [...one.points, ...one.lines.flat(), ...one.surfaces.flat(2)].some((place) => isOn(place, other));
  return meets(left, right) || meets(right, left);
}

type Segment = readonly [Position, Position];

function segmentsOf(path: readonly Position[]): Segment[] {
  return path.slice(1).map((to, at) => [path[at] ?? to, to]);
}

function edgesOf(geometry: Geometry): Segment[] {
  return [...geometry.lines, ...geometry.surfaces.flat()].flatMap(segmentsOf);
}

function isOn(place: Position, geometry: Geometry): boolean {
  if (geometry.points.some((point) => point[0] === place[0] && point[1] === place[1])) return true;
  if (geometry.lines.flatMap(segmentsOf).some((segment) => isBetween(place, segment))) return true;
  return geometry.surfaces.some((surface) => isInside(place, surface));
}

/** Inside the first ring and in none of the others, which are holes; on an edge counts as inside. */
function isInside(place: Position, [ring = [], ...holes]: Surface): boolean {
  if (onRing(place, ring)) return true;
  return inRing(place, ring) && !holes.some((hole) => inRing(place, hole) && !onRing(place, hole));
}

function onRing(place: Position, ring: readonly Position[]): boolean {
  return segmentsOf(ring).some((segment) => isBetween(place, segment));
}

/** Counts how often a ray to the east meets the ring: odd is inside. */
function inRing([x, y]: Position, ring: readonly Position[]): boolean {
  let inside = false;
  for (const [[fromX, fromY], [toX, toY]] of segmentsOf(ring)) {
    if (fromY > y !== toY > y && x < ((toX - fromX) * (y - fromY)) / (toY - fromY) + fromX) inside = !inside;
  }
  return inside;
}

/** Whether an edge goes out of a surface between its ends: its middle lies outside, or it crosses a ring. */
function leaves([from, to]: Segment, surface: Surface): boolean {
  if (!isInside([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2], surface)) return true;
  return surface.flatMap(segmentsOf).some((edge) => doCrossInside([from, to], edge));
}

function turn([aX, aY]: Position, [bX, bY]: Position, [cX, cY]: Position): number {
  return Math.sign((bX - aX) * (cY - aY) - (bY - aY) * (cX - aX));
}

function isBetween(place: Position, [from, to]: Segment): boolean {
  if (turn(from, to, place) !== 0) return false;
  const within = (value: number, one: number, other: number): boolean => value >= Math.min(one, other) && value <= Math.max(one, other);
  return within(place[0], from[0], to[0]) && within(place[1], from[1], to[1]);
}

function doCrossInside([a, b]: Segment, [c, d]: Segment): boolean {
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

function doCross(one: Segment, other: Segment): boolean {
  return doCrossInside(one, other) || one.some((place) => isBetween(place, other)) || other.some((place) => isBetween(place, one));
}

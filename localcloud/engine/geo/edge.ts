import { angleBetween, axisOf, cross, dot, plus, unit, type Vector } from './vector';

/** The shortest way between two places: a piece of a great circle, with the axis of that circle. */
export interface Edge {
  readonly from: Vector;
  readonly to: Vector;
  readonly axis: Vector;
}

/** How far a place may lie from an edge and still count as on it, in radians: six thousandths of a millimetre. Our own. */
export const onEdgeRadians = 1e-12;

/** The edges of a path. */
export function edgesOf(path: readonly Vector[]): Edge[] {
  return path.slice(1).map((to, at) => {
    const from = path[at] ?? to;
    return { from, to, axis: axisOf(from, to) };
  });
}

/** The way from a place to the nearest place of an edge, in radians. */
export function radiansToEdge(place: Vector, { from, to, axis }: Edge): number {
  const beside = dot(cross(axis, from), place) > 0 && dot(cross(to, axis), place) > 0;
  if (beside) return Math.asin(Math.min(1, Math.abs(dot(axis, place))));
  return Math.min(angleBetween(place, from), angleBetween(place, to));
}

/** Whether a place lies on an edge. */
export function isOnEdge(place: Vector, edge: Edge): boolean {
  return radiansToEdge(place, edge) <= onEdgeRadians;
}

/** A place on an edge: 0 is where it begins, 1 where it ends. */
export function placeOn({ from, to }: Edge, share: number): Vector {
  return unit([from[0] * (1 - share) + to[0] * share, from[1] * (1 - share) + to[1] * share, from[2] * (1 - share) + to[2] * share]);
}

/** Whether two edges cross each other inside both; edges that only touch do not. */
export function doCrossInside(one: Edge, other: Edge): boolean {
  const turns = [dot(one.axis, other.from), -dot(one.axis, other.to), -dot(other.axis, one.from), dot(other.axis, one.to)];
  // From the middle of the ball each edge lies on one side of the other's ends; all turns are the same way only where they truly meet.
  return turns.every((turn) => turn > onEdgeRadians) || turns.every((turn) => turn < -onEdgeRadians);
}

/** Whether two edges share a place. */
export function doMeet(one: Edge, other: Edge): boolean {
  if (doCrossInside(one, other)) return true;
  return [one.from, one.to].some((place) => isOnEdge(place, other)) || [other.from, other.to].some((place) => isOnEdge(place, one));
}

/**
 * Whether an arc between two places that are not on an edge crosses it; `undefined` when it goes so close by one of its ends that
 * nobody can tell.
 */
export function crossing(arc: Edge, edge: Edge): boolean | undefined {
  const sides = [-dot(edge.axis, arc.from), dot(edge.axis, arc.to)] as const;
  // An arc that begins or ends in line with the edge comes back to that line on the other side of the ball only.
  if (sides.some((side) => Math.abs(side) <= onEdgeRadians)) return false;
  const ends = [dot(arc.axis, edge.from), -dot(arc.axis, edge.to)] as const;
  if (ends.some((end) => Math.abs(end) <= onEdgeRadians)) return undefined;
  const turns = [...ends, ...sides];
  return turns.every((turn) => turn > 0) || turns.every((turn) => turn < 0);
}

/** The middle of the ways between places of an edge's parts, cut at `cuts` that lie on it. */
export function middlesOf(edge: Edge, cuts: readonly Vector[]): Vector[] {
  const on = cuts.filter((cut) => isOnEdge(cut, edge));
  const stops = [edge.from, ...on.sort((a, b) => angleBetween(edge.from, a) - angleBetween(edge.from, b)), edge.to];
  return stops.slice(1).map((stop, at) => unit(plus(stop, stops[at] ?? stop)));
}

import { crossing, edgesOf, isOnEdge, placeOn, type Edge } from './edge';
import { axisOf, cross, dot, plus, unit, type Vector } from './vector';

/** A closed line on the ball: what is on its inner side is its surface. */
export interface Ring {
  readonly edges: readonly Edge[];
  /** Whether the inner side is on the left as one walks along. */
  readonly innerLeft: boolean;
}

/**
 * The ring through some places, the last being the first again. Its inner side is the smaller of the two it makes, whichever way round
 * it was drawn. Source: MongoDB's manual, "$geometry": without a reference system of its own a polygon is the smaller area.
 */
export function ringOf(path: readonly Vector[]): Ring {
  return { edges: edgesOf(path), innerLeft: leftArea(path) <= 2 * Math.PI };
}

/** The area to the left of a ring, in steradians: the signed triangles from one place in its midst, counted round the ball. */
function leftArea(path: readonly Vector[]): number {
  const midst = unit(path.slice(1).reduce((sum, place) => plus(sum, place), [0, 0, 0]));
  let area = 0;
  for (const [at, to] of path.slice(1).entries()) area += triangleArea(midst, path[at] ?? to, to);
  const whole = 4 * Math.PI;
  return ((area % whole) + whole) % whole;
}

/** Source of the formula: Van Oosterom and Strackee, "The Solid Angle of a Plane Triangle", 1983. */
function triangleArea(a: Vector, b: Vector, c: Vector): number {
  return 2 * Math.atan2(dot(a, cross(b, c)), 1 + dot(a, b) + dot(b, c) + dot(c, a));
}

/** Whether a place lies on a ring. */
export function isOnRing(place: Vector, { edges }: Ring): boolean {
  return edges.some((edge) => isOnEdge(place, edge));
}

/** Where on an edge one looks from; numbers no shape is likely to be drawn by. */
const shares = [0.414213562, 0.271828182, 0.69314718];

/**
 * Whether a place lies on the inner side of a ring: it begins beside an edge, where the side is known, and changes with every edge
 * the way to the place crosses. A way that meets a corner tells nothing, so another is taken.
 */
export function isInRing(place: Vector, ring: Ring): boolean {
  for (const share of shares) {
    for (const edge of ring.edges) {
      const side = dot(edge.axis, place);
      const found = Math.abs(side) > 1e-13 ? walk(place, placeOn(edge, share), ring, edge) : undefined;
      if (found !== undefined) return (side > 0 === ring.innerLeft) !== found;
    }
  }
  return false;
}

/** Whether the way to a place on an edge crosses the others an odd number of times; `undefined` when one of them is met at its end. */
function walk(from: Vector, to: Vector, ring: Ring, own: Edge): boolean | undefined {
  const way = { from, to, axis: axisOf(from, to) };
  let odd = false;
  for (const edge of ring.edges) {
    if (edge === own) continue;
    const crosses = crossing(way, edge);
    if (crosses === undefined) return undefined;
    if (crosses) odd = !odd;
  }
  return odd;
}

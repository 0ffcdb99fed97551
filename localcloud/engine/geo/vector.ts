/** A place on the ball of radius 1, or a direction from its middle. */
export type Vector = readonly [x: number, y: number, z: number];

const radians = Math.PI / 180;

/** The place at a longitude and a latitude in degrees. */
export function vectorOf(longitude: number, latitude: number): Vector {
  const [turn, height] = [longitude * radians, latitude * radians];
  const level = Math.cos(height);
  return [level * Math.cos(turn), level * Math.sin(turn), Math.sin(height)];
}

export function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

export function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

/** The sum of two vectors, the second stretched by `factor`. */
export function plus(a: Vector, b: Vector, factor = 1): Vector {
  return [a[0] + b[0] * factor, a[1] + b[1] * factor, a[2] + b[2] * factor];
}

/** The vector of length 1 in the same direction; what has no direction stays as it is. */
export function unit(a: Vector): Vector {
  const length = lengthOf(a);
  return length === 0 ? a : [a[0] / length, a[1] / length, a[2] / length];
}

/** The way between two places along the ball, in radians; exact for neighbours and for opposites alike. */
export function angleBetween(a: Vector, b: Vector): number {
  return Math.atan2(lengthOf(cross(a, b)), dot(a, b));
}

/** Not by `Math.hypot`, which is many times slower and guards against sizes that do not occur on a ball of radius 1. */
function lengthOf(a: Vector): number {
  return Math.sqrt(dot(a, a));
}

/**
 * The axis about which one turns left from `a` to `b`, of length 1. From the sum and the difference, whose product keeps its digits
 * when the two are close together.
 */
export function axisOf(a: Vector, b: Vector): Vector {
  return unit(cross(plus(a, b), plus(b, a, -1)));
}

import type { Geometry, Position } from './geometry';

/** The earth's radius in metres, as MongoDB counts it. */
export const earthRadiusMetres = 6_378_100;

const radians = Math.PI / 180;

/** The way between two places over a ball, in metres (haversine). */
export function distanceMetres([fromLongitude, fromLatitude]: Position, [toLongitude, toLatitude]: Position): number {
  const half = (degrees: number): number => Math.sin((degrees * radians) / 2) ** 2;
  const chord =
    half(toLatitude - fromLatitude) + Math.cos(fromLatitude * radians) * Math.cos(toLatitude * radians) * half(toLongitude - fromLongitude);
  return 2 * earthRadiusMetres * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** The way from a place to the nearest corner or place of a shape, in metres. */
export function nearestMetres(from: Position, geometry: Geometry): number {
  const corners = [...geometry.points, ...geometry.lines.flat(), ...geometry.surfaces.flat(2)];
  return Math.min(...corners.map((corner) => distanceMetres(from, corner)));
}

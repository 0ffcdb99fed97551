import { needGeometry } from '@localcloud/engine/geo/geometry';
import { isWithin } from '@localcloud/engine/geo/shapes';
import fc from 'fast-check';
import { provedCount } from './probe';

type Pair = readonly [x: number, y: number];

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** A map on which great circles are straight lines, seen from the middle of the ball: half of it, around 0° 0°. */
function flat([longitude, latitude]: Pair): Pair {
  return [Math.tan(radians(longitude)), Math.tan(radians(latitude)) / Math.cos(radians(longitude))];
}

/** Corners in the order one sees them from their middle: an outline that does not cross itself. */
function outlineOf(corners: readonly Pair[]): readonly Pair[] {
  const seen = corners.map((corner) => ({ corner, at: flat(corner) }));
  const middle = [0, 1].map((axis) => seen.reduce((sum, { at }) => sum + (at[axis] ?? 0), 0) / seen.length);
  const turned = seen.map(({ corner, at }) => ({ corner, turn: Math.atan2(at[1] - (middle[1] ?? 0), at[0] - (middle[0] ?? 0)) }));
  turned.sort((left, right) => left.turn - right.turn);
  // Of corners behind each other only one counts.
  return turned.filter(({ turn }, at) => turn - (turned[at - 1]?.turn ?? -9) > 1e-9).map(({ corner }) => corner);
}

/** Whether an outline has an inside: corners all in one line have none. */
function hasInside(outline: readonly Pair[]): boolean {
  const twice = outline.reduce((sum, corner, at) => {
    const [[x, y], [nextX, nextY]] = [flat(corner), flat(outline[(at + 1) % outline.length] ?? corner)];
    return sum + x * nextY - nextX * y;
  }, 0);
  return outline.length > 2 && Math.abs(twice) > 1e-9;
}

/** Counts the edges above a place on the flat map; `undefined` for a place on an edge. */
function isInside(place: Pair, outline: readonly Pair[]): boolean | undefined {
  const [x, y] = flat(place);
  let inside = false;
  for (const [at, corner] of outline.entries()) {
    const [[fromX, fromY], [toX, toY]] = [flat(corner), flat(outline[(at + 1) % outline.length] ?? corner)];
    const aside = (toX - fromX) * (y - fromY) - (toY - fromY) * (x - fromX);
    const along = (x - fromX) * (x - toX) + (y - fromY) * (y - toY);
    if (Math.abs(aside) < 1e-12 && along <= 1e-12) return undefined;
    if (fromX > x !== toX > x && aside > 0 === toX < fromX) inside = !inside;
  }
  return inside;
}

describe('the inside of a ring', () => {
  // Whole degrees, so that places often lie in line with edges and corners.
  const place = fc.tuple(fc.integer({ min: -6, max: 6 }), fc.integer({ min: -6, max: 6 }));
  const wide = fc.tuple(fc.integer({ min: -80, max: 80 }), fc.integer({ min: -80, max: 80 }));

  it.each([
    ['small', place],
    ['as wide as a continent', wide],
  ])('is what it is on a map where great circles are straight: %s', (_name, any) => {
    let told = 0;
    fc.assert(
      fc.property(fc.array(any, { minLength: 3, maxLength: 9 }), fc.array(any, { minLength: 5, maxLength: 20 }), (corners, places) => {
        const outline = outlineOf(corners);
        if (!hasInside(outline)) return;
        const ring = [...outline, outline[0]];
        const surfaces = needGeometry({ type: 'Polygon', coordinates: [ring] }).surfaces;
        for (const one of places) {
          const expected = isInside(one, outline);
          if (expected === undefined) continue;
          told += 1;
          expect([one, isWithin(needGeometry(one), surfaces)]).toEqual([one, expected]);
        }
      }),
      { numRuns: provedCount(200, 5000) },
    );
    expect(told).toBeGreaterThan(1000);
  });
});

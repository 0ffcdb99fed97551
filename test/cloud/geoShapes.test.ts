import { needGeometry } from '@localcloud/engine/geo/geometry';
import { doIntersect, isWithin, radiansTo } from '@localcloud/engine/geo/shapes';
import { vectorOf } from '@localcloud/engine/geo/vector';

type Pair = readonly [longitude: number, latitude: number];

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const degrees = (angle: number): number => (angle * 180) / Math.PI;
const geometry = (type: string, coordinates: unknown): ReturnType<typeof needGeometry> => needGeometry({ type, coordinates });
const surface = (...corners: readonly Pair[]): ReturnType<typeof needGeometry> => geometry('Polygon', [[...corners, corners[0]]]);
const line = (...places: readonly Pair[]): ReturnType<typeof needGeometry> => geometry('LineString', places);
const holds = (polygon: ReturnType<typeof needGeometry>, place: Pair): boolean => isWithin(needGeometry(place), polygon.surfaces);
const away = (place: Pair, shape: ReturnType<typeof needGeometry>): number => degrees(radiansTo(vectorOf(...place), shape));

/** Source of the formula: any navigator's handbook, "haversine". */
function haversine([fromEast, fromNorth]: Pair, [toEast, toNorth]: Pair): number {
  const half = (angle: number): number => Math.sin(radians(angle) / 2) ** 2;
  const chord = half(toNorth - fromNorth) + Math.cos(radians(fromNorth)) * Math.cos(radians(toNorth)) * half(toEast - fromEast);
  return degrees(2 * Math.asin(Math.sqrt(chord)));
}

describe('shapes on the ball', () => {
  it('run along great circles: an edge between two places of one latitude bends towards the pole', () => {
    const square = surface([-5, 50], [5, 50], [5, 60], [-5, 60]);
    // Half-way between two places of latitude b, 2c apart, the great circle is at atan(tan b ÷ cos c).
    const middle = (latitude: number): number => degrees(Math.atan(Math.tan(radians(latitude)) / Math.cos(radians(5))));
    expect(middle(60)).toBeCloseTo(60.0945, 4);
    expect([holds(square, [0, middle(60) - 0.001]), holds(square, [0, middle(60) + 0.001])]).toEqual([true, false]);
    expect([holds(square, [0, middle(50) - 0.001]), holds(square, [0, middle(50) + 0.001])]).toEqual([false, true]);
  });

  it('go over the date line and around the poles', () => {
    const island = surface([177, -19], [-178, -19], [-178, -15], [177, -15]);
    expect([holds(island, [179, -17]), holds(island, [-179, -17]), holds(island, [0, -17])]).toEqual([true, true, false]);
    const cap = surface([0, 80], [90, 80], [180, 80], [-90, 80]);
    expect([holds(cap, [45, 90]), holds(cap, [-120, 86]), holds(cap, [10, 70])]).toEqual([true, true, false]);
    // The great circle over the pole between 0 and 90 degrees east is nowhere as far south as its ends.
    expect(holds(cap, [45, 81])).toBe(false);
    expect(holds(surface([0, -80], [120, -80], [-120, -80]), [60, -89])).toBe(true);
  });

  it('have the smaller of two areas as their inside, whichever way they are drawn', () => {
    const corners: readonly Pair[] = [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
    ];
    for (const drawn of [surface(...corners), surface(...[...corners].reverse())]) {
      expect([holds(drawn, [5, 5]), holds(drawn, [-170, -40]), holds(drawn, [175, -5])]).toEqual([true, false, false]);
    }
  });

  it('hold their corners and borders, and not what lies in a hole', () => {
    const ring = (from: number, to: number): Pair[] => [
      [from, from],
      [to, from],
      [to, to],
      [from, to],
      [from, from],
    ];
    const holed = geometry('Polygon', [ring(0, 10), ring(4, 6)]);
    expect([holds(holed, [0, 0]), holds(holed, [5, 0]), holds(holed, [4, 4]), holds(holed, [2, 5])]).toEqual([true, true, true, true]);
    expect([holds(holed, [5, 5]), doIntersect(geometry('Point', [5, 5]), holed)]).toEqual([false, false]);
    expect(isWithin(surface([3, 3], [7, 3], [7, 7], [3, 7]), holed.surfaces)).toBe(false);
    expect(isWithin(surface([1, 1], [3, 1], [3, 3], [1, 3]), holed.surfaces)).toBe(true);
    expect(doIntersect(surface([4.5, 4.5], [5.5, 4.5], [5, 5.5]), holed)).toBe(false);
  });

  it('hold a place from which an edge is seen end on', () => {
    const bay = surface([0, 0], [10, 0], [10, 10], [6, 10], [6, 3], [4, 3], [4, 10], [0, 10]);
    // In line with edges along meridians and along the equator.
    expect([holds(bay, [6, 1]), holds(bay, [4, 1.5]), holds(bay, [6, 12]), holds(bay, [20, 0])]).toEqual([true, true, false, false]);
  });

  it('lie within a shape only with all of their edges', () => {
    const bay = surface([0, 0], [10, 0], [10, 10], [6, 10], [6, 3], [4, 3], [4, 10], [0, 10]);
    expect(isWithin(line([2, 8], [2, 1], [8, 1], [8, 8]), bay.surfaces)).toBe(true);
    expect(isWithin(line([2, 8], [8, 8]), bay.surfaces)).toBe(false);
    // Both ends on the border, the way between them outside.
    expect(isWithin(line([4, 10], [6, 10]), bay.surfaces)).toBe(false);
  });

  it('meet where their edges cross, and not on the other side of the ball', () => {
    const equator = line([-1, 0], [1, 0]);
    expect(doIntersect(equator, line([0, -1], [0, 1]))).toBe(true);
    expect(doIntersect(equator, line([180, -1], [180, 1]))).toBe(false);
    expect(doIntersect(equator, line([1, 0], [1, 5]))).toBe(true);
    expect(doIntersect(equator, surface([-50, -40], [50, -40], [50, 40], [-50, 40]))).toBe(true);
  });

  it('are as far away as their nearest place', () => {
    const pairs: readonly (readonly [Pair, Pair])[] = [
      [
        [120.1425, 30.2447],
        [121.4737, 31.2304],
      ],
      [
        [179.9999, 0],
        [-179.9999, 0.0001],
      ],
      [
        [10, 89.9],
        [-170, 89.9],
      ],
      [
        [0, 0],
        [179, 1],
      ],
    ];
    for (const [from, to] of pairs) expect(away(from, needGeometry(to))).toBeCloseTo(haversine(from, to), 9);
    // Across the track asin(sin of the way × sin of the turn); here the track is the equator.
    expect(away([5, 20], line([0, 0], [10, 0]))).toBeCloseTo(20, 9);
    expect(away([20, 0], line([0, 0], [10, 0]))).toBeCloseTo(10, 9);
    expect(away([0, 20], surface([-5, -5], [5, -5], [5, 5], [-5, 5]))).toBeCloseTo(
      20 - degrees(Math.atan(Math.tan(radians(5)) / Math.cos(radians(5)))),
      9,
    );
    expect(away([1, 1], surface([-5, -5], [5, -5], [5, 5], [-5, 5]))).toBe(0);
  });

  it('tell metres apart', () => {
    const metre = degrees(1 / 6_378_100);
    const room = surface([8, 47], [8 + metre, 47], [8 + metre, 47 + metre], [8, 47 + metre]);
    expect([holds(room, [8 + metre / 2, 47 + metre / 2]), holds(room, [8 + metre / 2, 47 + metre * 1.01])]).toEqual([true, false]);
  });

  it.each([
    [
      'a ring that is open',
      'Polygon',
      [
        [
          [0, 0],
          [1, 0],
          [1, 1],
        ],
      ],
    ],
    ['a line of one place', 'LineString', [[0, 0]]],
    [
      'a line between opposite places',
      'LineString',
      [
        [0, 0],
        [180, 0],
      ],
    ],
    ['a latitude beyond the pole', 'Point', [0, 90.5]],
    ['an unknown kind', 'Circle', [0, 0]],
  ])('are not made of %s', (_name, type, coordinates) => {
    expect(() => geometry(type, coordinates)).toThrow('GeoJSON');
  });
});

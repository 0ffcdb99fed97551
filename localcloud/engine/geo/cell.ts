import { angleBetween, unit, type Vector } from './vector';

/**
 * A part of the ball: a face of the cube around it, or a quarter of a quarter … of one. Its borders are great circles, so poles and the
 * date line are places like any other. `name` is the path to it, a digit a step, and begins with the name of every cell around it.
 */
export interface Cell {
  readonly name: string;
  readonly centre: Vector;
  /** The way from its centre to its farthest corner, in radians. */
  readonly radius: number;
}

/** How often a face is quartered at most: the smallest cells are about 0.6 m wide. Our own. */
export const deepest = 24;

/** A cell's square on its face, from −1 to 1 each way before it is bent to cells of like size. */
interface Square {
  readonly face: number;
  readonly x: number;
  readonly y: number;
  readonly half: number;
}

const squareOf = new WeakMap<Cell, Square>();

/** The six faces. */
export function faces(): Cell[] {
  return [0, 1, 2, 3, 4, 5].map((face) => cellOf(String(face), { face, x: 0, y: 0, half: 1 }));
}

/** The four quarters of a cell; none of one that is as small as can be. */
export function quarters(cell: Cell): Cell[] {
  const square = squareOf.get(cell);
  if (square === undefined || cell.name.length > deepest) return [];
  const half = square.half / 2;
  return [0, 1, 2, 3].map((digit) =>
    cellOf(`${cell.name}${digit}`, {
      face: square.face,
      x: square.x + (digit & 1 ? half : -half),
      y: square.y + (digit & 2 ? half : -half),
      half,
    }),
  );
}

/** The name of the smallest cell around a place. */
export function cellNameOf(place: Vector): string {
  const axis = longest(place);
  const ahead = place[axis];
  const [x, y] = [1, 2].map((step) => unbent((place[(axis + step) % 3] ?? 0) / Math.abs(ahead)));
  const scale = 2 ** deepest;
  const digitOf = (along = 0): number => Math.min(scale - 1, Math.floor(((along + 1) / 2) * scale));
  const [across, up] = [digitOf(x), digitOf(y)];
  let name = String(axis + (ahead < 0 ? 3 : 0));
  for (let step = deepest - 1; step >= 0; step -= 1) name += String(((across >> step) & 1) | (((up >> step) & 1) << 1));
  return name;
}

function cellOf(name: string, square: Square): Cell {
  const { face, x, y, half } = square;
  const [west, east, south, north] = [bent(x - half), bent(x + half), bent(y - half), bent(y + half)];
  const centre = placeAt(face, bent(x), bent(y));
  let radius = 0;
  for (const across of [west, east]) {
    for (const up of [south, north]) radius = Math.max(radius, angleBetween(centre, placeAt(face, across, up)));
  }
  // A hair wider, for places on a border that reckoning puts on either side of it.
  const cell = { name, centre, radius: radius * (1 + 1e-9) + 1e-11 };
  squareOf.set(cell, square);
  return cell;
}

function placeAt(face: number, across: number, up: number): Vector {
  const sign = face < 3 ? 1 : -1;
  switch (face % 3) {
    case 0:
      return unit([sign, across, up]);
    case 1:
      return unit([up, sign, across]);
    default:
      return unit([across, up, sign]);
  }
}

/** Bends a face's square so that equal steps on it are near equal angles. */
function bent(along: number): number {
  return Math.tan((along * Math.PI) / 4);
}

/** Undoes the bending. */
function unbent(along: number): number {
  return Math.atan(along) / (Math.PI / 4);
}

function longest(place: Vector): 0 | 1 | 2 {
  const [x, y, z] = [Math.abs(place[0]), Math.abs(place[1]), Math.abs(place[2])];
  if (x >= y && x >= z) return 0;
  return y >= z ? 1 : 2;
}

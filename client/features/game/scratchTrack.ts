import type { Spot } from '@/platform/types';

/** The card is looked at as so many small fields; a field is bare when the finger has been on it. */
const [columns, rows] = [12, 8] as const;
/** With this part of the fields bare everybody sees what is under them. */
const enough = 0.5;
const stepsPerStroke = 16;

/** Where a finger was between two moments, close enough to leave no gap. */
export function spotsBetween(from: Spot, to: Spot): readonly Spot[] {
  return Array.from({ length: stepsPerStroke }, (_, step) => {
    const part = (step + 1) / stepsPerStroke;
    return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
  });
}

/** The fields bare after a finger was on some spots: each with its neighbours, since a finger is wide. */
export function fieldsBare(bare: ReadonlySet<number>, spots: readonly Spot[]): ReadonlySet<number> {
  const next = new Set(bare);
  for (const { x, y } of spots) {
    const [column, row] = [Math.floor(x * columns), Math.floor(y * rows)];
    for (const [across, down] of [
      [0, 0],
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ] as const) {
      const [c, r] = [column + across, row + down];
      if (c >= 0 && c < columns && r >= 0 && r < rows) next.add(r * columns + c);
    }
  }
  return next;
}

/** Whether so much is bare that the rest may come off by itself. */
export function isBareEnough(bare: ReadonlySet<number>): boolean {
  return bare.size >= columns * rows * enough;
}

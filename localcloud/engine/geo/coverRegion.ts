import { faces, quarters, type Cell } from './cell';
import type { Region } from './geoDemand';

/**
 * The names of at most `most` cells that together hold every place of a region (they may hold others). Coarse cells are quartered first;
 * what lies wholly inside is left whole.
 */
export function coverRegion(region: Region, most: number): string[] {
  const done: string[] = [];
  const sift = (cells: readonly Cell[]): Cell[] =>
    cells.filter((cell) => {
      const lies = region(cell.centre, cell.radius);
      if (lies === 'wholly') done.push(cell.name);
      return lies === 'partly';
    });
  let open = sift(faces());
  while (open.length > 0) {
    const next: Cell[] = [];
    for (const [at, cell] of open.entries()) {
      const others = done.length + next.length + open.length - at - 1;
      const parts = others + 4 > most ? [] : quarters(cell);
      if (parts.length === 0) done.push(cell.name);
      else next.push(...sift(parts));
    }
    open = next;
  }
  return done;
}

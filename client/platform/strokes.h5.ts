import type { Brush, Spot } from './types';

interface PointerLike {
  readonly buttons: number;
  readonly pointerType: string;
  readonly clientX: number;
  readonly clientY: number;
  readonly currentTarget: EventTarget | null;
}

/**
 * What a card and the canvas on it are given so that a finger or a pressed mouse draws on it; `onSpot` is told where, in parts of its width
 * and height, and whether a stroke begins there.
 */
export function strokesOn(_brush: () => Brush | null, onSpot: (spot: Spot, begins: boolean) => void): { card: object; canvas: object } {
  const told =
    (begins: boolean) =>
    (event: PointerLike): void => {
      if (event.pointerType === 'mouse' && event.buttons === 0) return;
      const box = (event.currentTarget as Element).getBoundingClientRect();
      if (box.width === 0 || box.height === 0) return;
      onSpot({ x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height }, begins);
    };
  return { card: { onPointerDown: told(true), onPointerMove: told(false) }, canvas: {} };
}

import Taro from '@tarojs/taro';
import type { Brush, Spot } from './types';

interface TouchLike {
  readonly touches: readonly { readonly x?: number; readonly y?: number }[];
}

/**
 * What a card and the canvas on it are given so that a finger draws on it; `onSpot` is told where, in parts of its width and height, and
 * whether a stroke begins there. A canvas on the phone tells its touches by its own corner.
 */
export function strokesOn(brush: () => Brush | null, onSpot: (spot: Spot, begins: boolean) => void): { card: object; canvas: object } {
  const told =
    (begins: boolean) =>
    ({ touches }: TouchLike): void => {
      const [{ x, y } = {}] = touches;
      const painted = brush();
      if (x === undefined || y === undefined || painted === null) return;
      const ratio = Math.max(2, Math.round(Taro.getWindowInfo().pixelRatio));
      onSpot({ x: (x * ratio) / painted.width, y: (y * ratio) / painted.height }, begins);
    };
  return { card: {}, canvas: { disableScroll: true, onTouchStart: told(true), onTouchMove: told(false) } };
}

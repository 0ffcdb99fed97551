import type { CommonEventFunction, ITouchEvent } from '@tarojs/components';
import type { Slide } from '@shared/game/jigsaw/board';
import { useRef } from 'react';

const shortestPx = 24;

interface Swipe {
  readonly onTouchStart: CommonEventFunction;
  readonly onTouchEnd: CommonEventFunction;
}

/** Tells where a finger went. Spread it into the element. */
export function useSwipe(onSlide: (move: Slide) => void): Swipe {
  const from = useRef<{ readonly x: number; readonly y: number } | null>(null);
  return {
    onTouchStart: (event) => {
      const [touch] = (event as ITouchEvent).touches;
      from.current = touch === undefined ? null : { x: touch.clientX, y: touch.clientY };
    },
    onTouchEnd: (event) => {
      const [touch] = (event as ITouchEvent).changedTouches;
      if (touch === undefined || from.current === null) return;
      const [right, down] = [touch.clientX - from.current.x, touch.clientY - from.current.y];
      from.current = null;
      if (Math.max(Math.abs(right), Math.abs(down)) < shortestPx) return;
      if (Math.abs(right) > Math.abs(down)) onSlide(right > 0 ? 'R' : 'L');
      else onSlide(down > 0 ? 'D' : 'U');
    },
  };
}

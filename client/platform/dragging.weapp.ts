import Taro from '@tarojs/taro';
import type { Dragging } from './types';

interface TouchLike {
  readonly changedTouches: readonly { readonly clientX: number; readonly clientY: number }[];
}

/** What a screen's edge and a card's take from a board on both sides together, px. */
const edgesPx = 64;

/**
 * What an element is given so that a finger drags it: told where it begins (with the width of one of `columns` over the screen, since the
 * phone does not tell an element's own), goes and ends, in px of the screen.
 */
export function draggingOn(columns: number, { onBegin, onMove, onEnd }: Dragging): object {
  const placeOf = ({ changedTouches: [touch] }: TouchLike) => ({ x: touch?.clientX ?? 0, y: touch?.clientY ?? 0 });
  const end = (event: TouchLike): void => onEnd(placeOf(event));
  return {
    onTouchStart: (event: TouchLike): void => onBegin({ ...placeOf(event), width: (Taro.getWindowInfo().windowWidth - edgesPx) / columns }),
    onTouchMove: (event: TouchLike): void => void onMove(placeOf(event)),
    onTouchEnd: end,
    onTouchCancel: end,
  };
}

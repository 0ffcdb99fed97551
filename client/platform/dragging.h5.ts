import type { Dragging } from './types';

interface PointerLike {
  readonly pointerId: number;
  readonly pointerType: string;
  readonly buttons: number;
  readonly clientX: number;
  readonly clientY: number;
  readonly currentTarget: EventTarget | null;
}

/**
 * What an element is given so that a finger or a pressed mouse drags it: told where it begins (with the element's width), goes and ends,
 * in px of the screen.
 */
export function draggingOn(_columns: number, { onBegin, onMove, onEnd }: Dragging): object {
  const end = (event: PointerLike): void => onEnd({ x: event.clientX, y: event.clientY });
  return {
    onPointerDown: (event: PointerLike): void => {
      const { width } = (event.currentTarget as Element).getBoundingClientRect();
      onBegin({ x: event.clientX, y: event.clientY, width });
    },
    onPointerMove: (event: PointerLike): void => {
      if (event.pointerType === 'mouse' && event.buttons === 0) return;
      // Only what moves is held on to: what is held gets the click, and a tap is meant for what is inside.
      if (onMove({ x: event.clientX, y: event.clientY })) hold(event);
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
}

function hold({ currentTarget, pointerId }: PointerLike): void {
  const element = currentTarget as Element;
  if (!element.hasPointerCapture(pointerId)) element.setPointerCapture(pointerId);
}

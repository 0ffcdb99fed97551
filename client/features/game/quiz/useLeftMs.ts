import { useEffect, useRef } from 'react';
import { useNow } from '@/platform/useNow';

const redrawMs = 250;

/** Milliseconds left until an instant of the server's clock, redrawn as it runs; `onOver` is called once when nothing is left. */
export function useLeftMs(endsAt: number, onOver: () => void): number {
  const latest = useRef(onOver);
  latest.current = onOver;
  const leftMs = Math.max(0, endsAt - useNow(redrawMs));
  const over = leftMs === 0;
  useEffect(() => {
    if (over) latest.current();
  }, [over]);
  return leftMs;
}

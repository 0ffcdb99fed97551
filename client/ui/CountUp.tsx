import { Text } from '@tarojs/components';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { numberText } from '@/copy/format';
import { lessMotion } from '@/platform/motion';
import tokens from './tokens.json';

const frameMs = 32;

/** Runs from the number shown before to `to`, slowing down; jumps when the person asked for less motion. */
function useCounted(to: number): number {
  const [shown, setShown] = useState(to);
  const from = useRef(to);
  useEffect(() => {
    const start = from.current;
    if (start === to) return undefined;
    const beganAt = Date.now();
    const step = (): void => {
      const part = lessMotion() ? 1 : Math.min(1, (Date.now() - beganAt) / tokens.motionMs.count);
      from.current = Math.round(start + (to - start) * (1 - (1 - part) ** 3));
      setShown(from.current);
      if (part === 1) clearInterval(timer);
    };
    const timer = setInterval(step, frameMs);
    return () => clearInterval(timer);
  }, [to]);
  return shown;
}

/** A number that counts up (or down) to its new value when it changes. */
export function CountUp({ value, className = '' }: { readonly value: number; readonly className?: string }): ReactNode {
  return <Text className={`num ${className}`}>{numberText(useCounted(value))}</Text>;
}

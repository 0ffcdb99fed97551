import { useUnload } from '@tarojs/taro';
import { useRef } from 'react';
import { brightScreen } from './brightScreen';
import { useShown } from './useShown';

/** Bright and awake while this screen is in view. */
export function useBrightScreen(): void {
  const restore = useRef<(() => void) | null>(null);
  const dim = (): void => {
    restore.current?.();
    restore.current = null;
  };
  useShown(() => {
    restore.current ??= brightScreen();
  }, dim);
  useUnload(dim);
}

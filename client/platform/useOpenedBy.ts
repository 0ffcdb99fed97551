import { useDidShow, useLaunch } from '@tarojs/taro';
import { useRef } from 'react';

interface Entrance {
  readonly query?: Readonly<Record<string, string | undefined>>;
}

/**
 * Calls back with a value of the address by which the app was opened: at its start, and when somebody comes back to it by another address
 * (a code is scanned, a message tapped) while it is still warm. The same value twice in a row is one opening.
 */
export function useOpenedBy(name: string, opened: (value: string) => void): void {
  const last = useRef<string | undefined>(undefined);
  const enter = (entrance: Entrance | undefined): void => {
    const value = entrance?.query?.[name];
    if (value === last.current) return;
    last.current = value;
    if (value !== undefined) opened(value);
  };
  useLaunch(enter);
  useDidShow(enter);
}

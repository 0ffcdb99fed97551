import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef } from 'react';

const inBrowser = process.env.TARO_ENV !== 'weapp';

/** Runs `shown` each time the screen comes into view, also when a browser's tab is come back to; `hidden` when it leaves. */
export function useShown(shown: () => void, hidden?: () => void): void {
  const inView = useRef(false);
  const show = useRef(shown);
  show.current = shown;
  useDidShow(() => {
    inView.current = true;
    shown();
  });
  useDidHide(() => {
    inView.current = false;
    hidden?.();
  });
  useEffect(() => {
    // What is mounted after its screen came into view (behind a gate, after a load) hears of no showing, and is in view all the same.
    const timer = setTimeout(() => {
      if (inView.current) return;
      inView.current = true;
      show.current();
    });
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    if (!inBrowser) return undefined;
    const onChange = (): void => {
      if (inView.current && document.visibilityState === 'visible') show.current();
    };
    document.addEventListener('visibilitychange', onChange);
    return () => document.removeEventListener('visibilitychange', onChange);
  }, []);
}

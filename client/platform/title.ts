import { useDidShow } from '@tarojs/taro';
import { useEffect } from 'react';

const inBrowser = process.env.TARO_ENV !== 'weapp';

/** Names the browser's tab after the screen shown. The phone's bar is our own, so there it does nothing. */
export function useTitle(title: string): void {
  const show = (): void => {
    if (inBrowser) document.title = title;
  };
  useDidShow(show);
  useEffect(show, [title]);
}

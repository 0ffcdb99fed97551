import Taro from '@tarojs/taro';

/** A short buzz: something was recognised or done. Silent where the phone cannot. */
export function buzz(): void {
  if (process.env.TARO_ENV === 'weapp') void Taro.vibrateShort({ type: 'light' }).catch(() => undefined);
  else if ('vibrate' in window.navigator) window.navigator.vibrate(30);
}

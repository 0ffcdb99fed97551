import Taro, { usePullDownRefresh } from '@tarojs/taro';

/** Runs `refresh` when the phone's screen is pulled down, and lets the screen go when it is done. */
export function usePull(refresh: () => Promise<void>): void {
  usePullDownRefresh(() => {
    void refresh().finally(() => Taro.stopPullDownRefresh());
  });
}

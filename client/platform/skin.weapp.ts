import Taro from '@tarojs/taro';
import type { ThemeChoice } from './types';

/** On the phone each screen's root carries the choice; there is nothing outside it to paint. */
export const showTheme: (choice: ThemeChoice) => void = () => undefined;

/** Whether the phone is set to dark. */
export function phoneIsDark(): boolean {
  return Taro.getAppBaseInfo().theme === 'dark';
}

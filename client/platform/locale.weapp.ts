import Taro from '@tarojs/taro';
import type { Language } from './types';

/** The phone's language as WeChat knows it: anything but Chinese is shown in English. */
export function phoneLanguage(): Language {
  const { language = 'zh' } = Taro.getAppBaseInfo() as { readonly language?: string };
  return language.startsWith('zh') ? 'zh' : 'en';
}

/** WeChat's own reader follows the phone. */
export const showLanguage: (language: Language) => void = () => undefined;

import Taro from '@tarojs/taro';
import type { Language } from './language';

/** The phone's language as WeChat knows it: anything but Chinese is shown in English. */
export function phoneLanguage(): Language {
  const { language } = Taro.getAppBaseInfo();
  return language === undefined || language.startsWith('zh') ? 'zh' : 'en';
}

/** WeChat's own reader follows the phone. */
export function showLanguage(_language: Language): void {}

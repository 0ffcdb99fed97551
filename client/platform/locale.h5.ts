import type { Language } from './types';

/** The browser's language: anything but Chinese is shown in English. */
export function phoneLanguage(): Language {
  return window.navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** Tells screen readers which language the page speaks. */
export function showLanguage(language: Language): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}

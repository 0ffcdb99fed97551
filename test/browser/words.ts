import { en } from '../../client/copy/en';
import { zh, type Copy } from '../../client/copy/zh';

export type Language = 'zh' | 'en';

/** The interface's own texts, by which tests find what a person would look for. */
export function words(language: Language): Copy {
  return language === 'zh' ? zh : en;
}

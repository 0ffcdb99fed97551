import type { RefusalCode } from '@shared/functions';
import type { RefusalArgs } from '@shared/kernel/refusal';
import { fillGaps, refusals } from '@/copy/refusals';

/** A refusal as a sentence in one of the interface's languages. */
export function sentence(code: RefusalCode, args: RefusalArgs, language: 'zh' | 'en'): string {
  return fillGaps(refusals[language][code], args);
}

import type { ApplyRowRefusal } from '@shared/store/contract';
import type { RefusalArgs } from '@shared/kernel/refusal';
import { fillGaps, refusals } from '@/copy/refusals';

/** A row's refusal as a sentence in one of the interface's languages. */
export function sentence(code: ApplyRowRefusal, args: RefusalArgs, language: 'zh' | 'en'): string {
  return fillGaps(refusals[language][code], args);
}

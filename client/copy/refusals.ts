import type { RefusalArgs } from '@shared/kernel/refusal';
import { refusals as en } from './en/refusals';
import type { Sentences } from './sentences';
import { refusals as zh } from './zh/refusals';

/** The sentences of both languages. */
export const refusals: { readonly zh: Sentences; readonly en: Sentences } = { zh, en };

/** Fills a sentence's gaps; a gap without a fact is dropped together with the blank before it. */
export function fillGaps(sentence: string, args: RefusalArgs = {}): string {
  return sentence.replace(/ ?\{(\w+)\}/g, (gap, name: string) => {
    const value = args[name];
    return value === undefined ? '' : gap.replace(`{${name}}`, String(value));
  });
}

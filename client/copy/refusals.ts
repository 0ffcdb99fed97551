import type { RefusalCode } from '@shared/functions';
import type { RefusalArgs } from '@shared/kernel/refusal';
import { refusals as en } from './en/refusals';
import { refusals as zh } from './zh/refusals';

/** Every code that a person can be told: the contracts' and the phone's own. */
export type SpokenCode = RefusalCode | 'net.offline';

/** A sentence for every code; one that is missing does not compile. Gaps like `{at}` are filled from the refusal. */
export type Sentences = Readonly<Record<SpokenCode, string>>;

/** The sentences of both languages. */
export const refusals: { readonly zh: Sentences; readonly en: Sentences } = { zh, en };

/** Fills a sentence's gaps; a gap without a fact is dropped together with the blank before it. */
export function fillGaps(sentence: string, args: RefusalArgs = {}): string {
  return sentence.replace(/ ?\{(\w+)\}/g, (gap, name: string) => {
    const value = args[name];
    return value === undefined ? '' : gap.replace(`{${name}}`, String(value));
  });
}

import { useCell } from '@/platform/createCell';
import { language } from '@/platform/language';
import type { Language } from '@/platform/types';
import type { Bilingual } from '@shared/kernel/bilingual';
import type { Refusal } from '@shared/kernel/refusal';
import { en } from './en';
import { sayDays } from './format';
import { fillGaps, refusals } from './refusals';
import type { SpokenCode } from './sentences';
import { type Copy, zh } from './zh';

/** The texts of the language shown now, and how to say what the server sends. */
export interface Speech {
  readonly language: Language;
  readonly copy: Copy;
  /** A text that the programme keeps in both languages. */
  readonly say: (text: Bilingual) => string;
  /** Why not, and what to do next. */
  readonly refusal: (refusal: Refusal<SpokenCode>) => string;
}

const speech = (shown: Language): Speech => ({
  language: shown,
  copy: shown === 'zh' ? zh : en,
  say: (text) => text[shown],
  refusal: ({ code, args }) => fillGaps(refusals[shown][code], sayDays(args, shown)),
});

const spoken: Readonly<Record<Language, Speech>> = { zh: speech('zh'), en: speech('en') };

/** Gives the texts in the language chosen, and redraws when it changes. */
export function useSpeech(): Speech {
  return spoken[useCell(language)];
}

import { type Cell, createCell } from './createCell';
import { phoneLanguage, showLanguage } from './locale';
import { recall, remember } from './storage';
import type { Language, LanguageChoice } from './types';

const languageOf = (choice: LanguageChoice): Language => (choice === 'phone' ? phoneLanguage() : choice);

/** What the person chose: the phone's language, or one by name. */
export const languageChoice: Cell<LanguageChoice> = createCell(recall<LanguageChoice>('taste', 'language') ?? 'phone');

/** The language shown now. */
export const language: Cell<Language> = createCell(languageOf(languageChoice.get()));
showLanguage(language.get());

/** Switches the language and remembers the choice. */
export function chooseLanguage(choice: LanguageChoice): void {
  remember('taste', 'language', choice);
  languageChoice.set(choice);
  language.set(languageOf(choice));
  showLanguage(language.get());
}

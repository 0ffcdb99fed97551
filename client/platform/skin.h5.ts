import type { ThemeChoice } from './types';

/** Puts the choice on the document, so that what lies outside a screen follows too. */
export function showTheme(choice: ThemeChoice): void {
  document.documentElement.classList.remove('theme-light', 'theme-dark');
  if (choice !== 'phone') document.documentElement.classList.add(`theme-${choice}`);
  document.documentElement.style.colorScheme = choice === 'phone' ? 'light dark' : choice;
}

/** Whether the browser asks for dark. */
export function phoneIsDark(): boolean {
  return window.matchMedia('(prefers-color-scheme: dark)').matches;
}

import { type Cell, createCell } from './createCell';
import { phoneIsDark, showTheme } from './skin';
import { recall, remember } from './storage';
import type { ThemeChoice } from './types';

/** What the person chose: the phone's light or dark, or one for good. */
export const themeChoice: Cell<ThemeChoice> = createCell(recall<ThemeChoice>('taste', 'theme') ?? 'phone');
showTheme(themeChoice.get());

/** Switches between light and dark and remembers the choice. */
export function chooseTheme(choice: ThemeChoice): void {
  remember('taste', 'theme', choice);
  themeChoice.set(choice);
  showTheme(choice);
}

/** The class that a screen's root carries; empty when the phone decides. */
export function themeClass(choice: ThemeChoice): string {
  return choice === 'phone' ? '' : `theme-${choice}`;
}

/** Whether a choice comes out dark on this phone, now. */
export function isDark(choice: ThemeChoice): boolean {
  return choice === 'phone' ? phoneIsDark() : choice === 'dark';
}

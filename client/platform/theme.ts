import { type Cell, createCell } from './createCell';
import { showTheme } from './skin';
import { recall, remember } from './storage';

export type ThemeChoice = 'phone' | 'light' | 'dark';

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

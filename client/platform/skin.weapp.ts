import type { ThemeChoice } from './theme';

/** On the phone each screen's root carries the choice; there is nothing outside it to paint. */
export function showTheme(_choice: ThemeChoice): void {}

import type { Frame } from './types';

const barPx = 52;

/** A browser has no status bar and no capsule of its own. */
export function frame(): Frame {
  return { statusBarPx: 0, barPx, capsulePx: 0 };
}

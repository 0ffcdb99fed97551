import type { ReactNode } from 'react';

/** The phone brings its own scanner. */
export function ScanHost(): ReactNode {
  return null;
}

import type { ReactNode } from 'react';

export interface PhoneKeyProps {
  readonly children: ReactNode;
  /** With the platform's code for the number; null when the person said no, or there is none to be had. */
  readonly onCode: (code: string | null) => void;
}

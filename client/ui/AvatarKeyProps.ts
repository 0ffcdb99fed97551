import type { ReactNode } from 'react';

export interface AvatarKeyProps {
  readonly children: ReactNode;
  /** Where the phone draws the picture anew; no two on one page. */
  readonly id: string;
  /** With an address of the chosen picture that this phone can read. */
  readonly onPicture: (source: string) => void;
}

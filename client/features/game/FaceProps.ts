import type { Prize } from '@shared/game/poolTypes';

/** What each face of a draw is given. */
export interface FaceProps {
  readonly prizes: readonly Prize[];
  /** The draw to come to rest on; null before the first. A new object for each draw, also of the same prize. */
  readonly target: { readonly prizeId: string } | null;
  /** No motion: the result is simply there. */
  readonly still: boolean;
  /** What a screen reader is told. */
  readonly label: string;
}

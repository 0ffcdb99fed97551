import type { ShareCard } from './types';

/** A browser has no share cards: links are copied instead. */
export const useShareCard: (card: ShareCard | null) => void = () => undefined;

import type { ReactNode } from 'react';

/** A browser cannot send share cards: nothing is shown. */
export const ShareKey: (props: { readonly children: ReactNode }) => ReactNode = () => null;

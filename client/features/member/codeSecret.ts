import type { Home } from '@shared/member/contract';
import { recall, remember } from '@/platform/storage';

/** What this phone needs to draw codes by itself: for one card and one version of its secret. */
export interface HeldSecret {
  readonly cardNumber: string;
  readonly version: number;
  readonly secretHex: string;
}

/** The secret this phone holds, or null. */
export function heldSecret(): HeldSecret | null {
  return recall<HeldSecret>('person', 'secret');
}

/** Keeps what a home brought; one that brings none leaves what is held. */
export function keepSecret(home: Pick<Home, 'cardNumber' | 'code'>): void {
  if (home.code === null) return;
  const { version, secretHex } = home.code;
  remember('person', 'secret', { cardNumber: home.cardNumber, version, secretHex } satisfies HeldSecret);
}

import { codeDigits, codeSecondsLeft, codeText, codeWindow } from '@shared/member/code';
import { useMemo } from 'react';
import { useNow } from '@/platform/useNow';
import type { HeldSecret } from './codeSecret';

const tickMs = 250;

/** The code of this moment: what the picture holds, the six digits, and how long they live (1 … 30 seconds). */
export interface MemberCode {
  readonly text: string;
  readonly digits: string;
  readonly secondsLeft: number;
}

/** Draws the member's code from the secret this phone holds, by the server's time as the phone reckons it; needs no network. */
export function useMemberCode(secret: HeldSecret): MemberCode {
  const now = useNow(tickMs);
  const window = codeWindow(now);
  const digits = useMemo(() => codeDigits(secret.secretHex, window), [secret.secretHex, window]);
  return { text: codeText(secret.cardNumber, digits), digits, secondsLeft: codeSecondsLeft(now) };
}

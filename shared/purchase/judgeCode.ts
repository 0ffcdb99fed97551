import { accept, refuse, type Outcome } from '../kernel/refusal';
import { codeDigits, codeWindow } from '../member/code';

/** How many windows back a code counts as stale (say "ask for a fresh one") rather than wrong: ten minutes. */
const staleWindows = 20;

/**
 * Judges six digits shown at `atMs` against a secret: gives the window they belong to (this one, then one either side),
 * or refuses with `code.stale` (right digits, but minutes old) or `code.wrong`.
 */
export function judgeCode(secretHex: string, digits: string, atMs: number): Outcome<number, 'code.stale' | 'code.wrong'> {
  const now = codeWindow(atMs);
  for (const window of [now, now - 1, now + 1]) {
    if (codeDigits(secretHex, window) === digits) return accept(window);
  }
  for (let back = 2; back <= staleWindows; back += 1) {
    if (codeDigits(secretHex, now - back) === digits) return refuse('code.stale');
  }
  return refuse('code.wrong');
}

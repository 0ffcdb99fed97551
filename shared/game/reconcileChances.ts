import type { LedgerDifference } from '../ledger/contract';
import type { ChanceAccount } from './types';

/** One move of chances: an entry, or what a draw spent (delta −1). */
interface ChanceStep {
  readonly seq: number;
  readonly lot: string;
  readonly delta: number;
}

/**
 * Compares an account's lots of chances with the moves that made them: those with seq ≤ the account's, which must be 1 … seq without
 * gaps, and whose sum per lot is what is left of it. Later moves are not looked at, so the check may run while people act.
 */
export function reconcileChances(account: ChanceAccount, steps: readonly ChanceStep[]): readonly LedgerDifference[] {
  const counted = steps.filter((step) => step.seq <= account.chanceSeq);
  const differ = (what: string, ofAccount: number, ofEntries: number): readonly LedgerDifference[] =>
    ofAccount === ofEntries ? [] : [{ accountId: account._id, seq: account.chanceSeq, what, account: ofAccount, entries: ofEntries }];
  const moved = new Map<string, number>();
  for (const { lot, delta } of counted) moved.set(lot, (moved.get(lot) ?? 0) + delta);
  const left = new Map(account.chances.map((lot) => [lot.id, lot.left]));
  const lots = [...new Set([...moved.keys(), ...left.keys()])].sort();
  return [
    ...differ('chance moves', account.chanceSeq, counted.length),
    ...differ('chance seq', account.chanceSeq, new Set(counted.map((step) => step.seq)).size),
    ...lots.flatMap((lot) => differ(`chances ${lot}`, left.get(lot) ?? 0, moved.get(lot) ?? 0)),
  ];
}

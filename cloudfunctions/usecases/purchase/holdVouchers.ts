import { refuse, accept, type Outcome } from '@shared/kernel/refusal';
import type { Quote } from '@shared/purchase/quote';
import type { Voucher } from '@shared/voucher/types';
import { without } from '@shared/voucher/without';
import type { Transaction } from '../../adapters/transact';

/**
 * Holds vouchers for a quote. `stale` when one is no longer as it was when the set was chosen (somebody used, gave away or held it in the
 * meantime): look again.
 */
export async function holdVouchers(
  transaction: Transaction,
  seen: readonly Voucher[],
  hold: { readonly heldBy: string; readonly heldUntil: number },
): Promise<Outcome<null, 'stale'>> {
  for (const voucher of seen) {
    const now = await transaction.get('vouchers', voucher._id);
    if (now === null || !isSame(now, voucher)) return refuse('stale');
    await transaction.put('vouchers', { ...now, ...hold });
  }
  return accept(null);
}

/** Lets go of what the visit's quote before held, but for the vouchers that are held anew; that quote can no longer be confirmed. */
export async function releaseQuote(transaction: Transaction, former: Quote, keptIds: readonly string[]): Promise<void> {
  for (const { voucherId } of former.view.vouchers) {
    if (keptIds.includes(voucherId)) continue;
    const voucher = await transaction.get('vouchers', voucherId);
    if (voucher?.heldBy === former._id) await transaction.put('vouchers', without(voucher, 'heldUntil', 'heldBy'));
  }
  await transaction.put('quotes', { ...former, state: 'replaced' });
}

function isSame(now: Voucher, seen: Voucher): boolean {
  return (
    now.state === seen.state &&
    now.memberId === seen.memberId &&
    now.endsOn === seen.endsOn &&
    now.heldBy === seen.heldBy &&
    now.heldUntil === seen.heldUntil
  );
}

import type { Voucher } from './types';

type Passing = 'gift' | 'heldUntil' | 'heldBy' | 'redeemed' | 'booking' | 'source';

/** A voucher without facts that have passed; a field that is not there is not written. */
export function without<F extends Passing>(voucher: Voucher, ...fields: readonly F[]): Omit<Voucher, F> {
  const kept = Object.entries(voucher).filter(([field]) => !fields.some((gone) => gone === field));
  return Object.fromEntries(kept) as unknown as Omit<Voucher, F>;
}

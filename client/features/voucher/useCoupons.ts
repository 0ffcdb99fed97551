import type { Refusal } from '@shared/kernel/refusal';
import type { OfferedCoupon } from '@shared/voucher/contract';
import { useCallback, useState } from 'react';
import { call, type CodeOf } from '@/platform/call';

export interface Coupons {
  readonly coupons: readonly OfferedCoupon[] | null;
  readonly trouble: Refusal<CodeOf<'member', 'voucher.coupons'>> | null;
  readonly load: () => Promise<void>;
}

/** What can be claimed, fetched when `load` is called. */
export function useCoupons(): Coupons {
  const [coupons, setCoupons] = useState<Coupons['coupons']>(null);
  const [trouble, setTrouble] = useState<Coupons['trouble']>(null);
  const load = useCallback(async () => {
    const answer = await call('member', 'voucher.coupons', {});
    setTrouble(answer.ok ? null : answer.refusal);
    if (answer.ok) setCoupons(answer.value.coupons);
  }, []);
  return { coupons, trouble, load };
}

import type { Refusal } from '@shared/kernel/refusal';
import type { VoucherView } from '@shared/voucher/view';
import { useCallback, useState } from 'react';
import { call, type CodeOf } from '@/platform/call';
import { useCell } from '@/platform/createCell';
import { takeVoucher, voucherLists } from './voucherStore';

export interface OneVoucher {
  readonly voucher: VoucherView | null;
  readonly trouble: Refusal<CodeOf<'member', 'voucher.one'>> | null;
  readonly load: () => Promise<void>;
  /** Shows it as a command left it. */
  readonly take: (voucher: VoucherView) => void;
}

/** One voucher: as the wallet knows it at once, and as the server knows it after `load`. */
export function useVoucher(voucherId: string): OneVoucher {
  const known = useCell(voucherLists).usable.vouchers?.find((each) => each.voucherId === voucherId) ?? null;
  const [fresh, setFresh] = useState<VoucherView | null>(null);
  const [trouble, setTrouble] = useState<OneVoucher['trouble']>(null);
  const take = useCallback((voucher: VoucherView) => {
    setFresh(voucher);
    takeVoucher(voucher);
  }, []);
  const load = useCallback(async () => {
    const answer = await call('member', 'voucher.one', { voucherId });
    setTrouble(answer.ok ? null : answer.refusal);
    if (answer.ok) take(answer.value);
  }, [voucherId, take]);
  return { voucher: fresh ?? known, trouble, load, take };
}

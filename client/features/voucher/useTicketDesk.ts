import type { Refusal } from '@shared/kernel/refusal';
import type { TicketCheck, TicketReceipt } from '@shared/voucher/contract';
import { useCallback, useState } from 'react';
import { call, type CodeOf } from '@/platform/call';
import { useIntentKey } from '@/platform/useIntentKey';

type Refused<M extends 'voucher.check' | 'voucher.redeem' | 'voucher.undoUse'> = Refusal<CodeOf<'staff', M>> | null;

export interface TicketDesk {
  /** The voucher or pack on the counter. */
  readonly check: TicketCheck | null;
  /** What was just redeemed. */
  readonly receipt: TicketReceipt | null;
  readonly undone: boolean;
  /** Looks a code up; gives null, or why not. */
  readonly look: (code: string) => Promise<Refused<'voucher.check'>>;
  readonly redeem: () => Promise<Refused<'voucher.redeem'>>;
  readonly undo: () => Promise<Refused<'voucher.undoUse'>>;
  readonly leave: () => void;
}

/** The counter where vouchers without a purchase and service packs are redeemed, once a tap. */
export function useTicketDesk(): TicketDesk {
  const [check, setCheck] = useState<TicketCheck | null>(null);
  const [receipt, setReceipt] = useState<TicketReceipt | null>(null);
  const [undone, setUndone] = useState(false);
  const { keyFor, done } = useIntentKey();
  const show = (shown: TicketCheck | null, redeemed: TicketReceipt | null, isUndone: boolean): void => {
    setCheck(shown);
    setReceipt(redeemed);
    setUndone(isUndone);
  };
  const look = useCallback<TicketDesk['look']>(async (code) => {
    const answer = await call('staff', 'voucher.check', { code });
    if (!answer.ok) return answer.refusal;
    show(answer.value, null, false);
    return null;
  }, []);
  const redeem = async (): ReturnType<TicketDesk['redeem']> => {
    if (check === null) return null;
    const answer = await call('staff', 'voucher.redeem', { key: await keyFor(`use:${check.code}`), code: check.code });
    if (!answer.ok) return answer.refusal;
    done();
    show(answer.value, answer.value, false);
    return null;
  };
  const undo = async (): ReturnType<TicketDesk['undo']> => {
    if (check === null) return null;
    const answer = await call('staff', 'voucher.undoUse', { key: await keyFor(`undo:${check.code}`), code: check.code });
    if (!answer.ok) return answer.refusal;
    done();
    show(answer.value, null, true);
    return null;
  };
  const leave = useCallback(() => show(null, null, false), []);
  return { check, receipt, undone, look, redeem, undo, leave };
}

import type { PurchaseReceipt } from '@shared/purchase/contract';
import { useEffect, useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { type ReceiptsState, useReceipts } from '@/features/purchase/useReceipts';
import { useVisit, type VisitState } from '@/features/purchase/useVisit';
import { type PickupDesk, usePickupDesk } from '@/features/reward/usePickupDesk';
import { type TicketDesk, useTicketDesk } from '@/features/voucher/useTicketDesk';
import type { OwnCode } from '@/features/store/ScanCard';
import { buzz } from '@/platform/buzz';

export interface CounterState {
  readonly visit: VisitState['visit'];
  readonly desk: PickupDesk;
  readonly tickets: TicketDesk;
  readonly recent: ReceiptsState;
  /** The purchase just recorded for the member who still stands there. */
  readonly receipt: PurchaseReceipt | null;
  /** A scanned code; gives a sentence when it was refused, else null. */
  readonly onCode: (code: OwnCode) => Promise<string | null>;
  readonly onRecorded: (receipt: PurchaseReceipt) => void;
  readonly onUndone: (receipt: PurchaseReceipt) => void;
  /** Another purchase for the same member. */
  readonly again: () => void;
  /** The next member. */
  readonly next: () => void;
}

/** What happens at one till, from scan to done. */
export function useCounter(): CounterState {
  const { refusal } = useSpeech();
  const { visit, open, note, leave } = useVisit();
  const desk = usePickupDesk();
  const tickets = useTicketDesk();
  const recent = useReceipts();
  const [receipt, setReceipt] = useState<PurchaseReceipt | null>(null);
  const { load, take } = recent;
  useEffect(() => void load(), [load]);
  const again = (): void => setReceipt(null);
  const show = (done: PurchaseReceipt): void => {
    setReceipt(done);
    note(done);
    take(done);
  };
  return {
    visit,
    desk,
    tickets,
    recent,
    receipt,
    onCode: async ({ kind, code, by }) => {
      const refused = await (kind === 'member' ? open(code, by) : kind === 'pickup' ? desk.look(code) : tickets.look(code));
      if (refused === null) again();
      return refused === null ? null : refusal(refused);
    },
    onRecorded: (done) => {
      buzz();
      show(done);
    },
    onUndone: show,
    again,
    next: () => {
      again();
      leave();
    },
  };
}

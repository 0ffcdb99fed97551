import type { Refusal } from '@shared/kernel/refusal';
import type { PaidCardOverview, PlanBuying, PlanOrderView } from '@shared/tier/paidCardContract';
import { useCallback, useState } from 'react';
import { call, type CodeOf } from '@/platform/call';
import { payTicket } from '@/platform/payTicket';
import { recall, remember } from '@/platform/storage';

/** What became of the latest try to pay, for as long as the page is open. */
export type PayOutcome =
  { readonly kind: 'done' | 'waiting' | 'closed'; readonly order: PlanOrderView } | { readonly kind: 'cancelled' | 'failed' };

export interface PaidCardState {
  /** Null before it was ever seen on this phone. */
  readonly overview: PaidCardOverview | null;
  readonly trouble: Refusal<CodeOf<'member', 'paidCard.overview'>> | null;
  readonly outcome: PayOutcome | null;
  readonly load: () => Promise<void>;
  /** Goes on from a bought order: pays its ticket and asks what became of it. */
  readonly finish: (bought: PlanBuying) => Promise<void>;
  /** Asks again about an order that waits for its money. */
  readonly check: (order: PlanOrderView) => Promise<void>;
  /** Gives up an order that waits for its money. */
  readonly giveUp: (order: PlanOrderView) => Promise<void>;
}

const kindOf = { pending: 'waiting', closed: 'closed', paid: 'done', refunding: 'done', refunded: 'done' } as const;

/** The paid card's page: what is on offer, what runs, and what becomes of a payment. */
export function usePaidCard(): PaidCardState {
  const [overview, setOverview] = useState(() => recall<PaidCardOverview>('person', 'paidCard'));
  const [trouble, setTrouble] = useState<PaidCardState['trouble']>(null);
  const [outcome, setOutcome] = useState<PayOutcome | null>(null);
  const load = useCallback(async () => {
    const answer = await call('member', 'paidCard.overview', {});
    setTrouble(answer.ok ? null : answer.refusal);
    if (!answer.ok) return;
    remember('person', 'paidCard', answer.value);
    setOverview(answer.value);
  }, []);
  const ask = useCallback(
    async (method: 'paidCard.order' | 'paidCard.giveUp', order: PlanOrderView, unpaid: 'closed' | 'cancelled' | 'failed') => {
      const answer = await call('member', method, { orderId: order.orderId });
      const found = answer.ok ? answer.value : order;
      const kind = kindOf[found.state];
      setOutcome(kind === 'closed' && unpaid !== 'closed' ? { kind: unpaid } : { kind, order: found });
      await load();
    },
    [load],
  );
  const check = useCallback((order: PlanOrderView) => ask('paidCard.order', order, 'closed'), [ask]);
  const giveUp = useCallback((order: PlanOrderView) => ask('paidCard.giveUp', order, 'cancelled'), [ask]);
  const finish = useCallback(
    async ({ order, ticket }: PlanBuying) => {
      const how = ticket === null ? 'paid' : await payTicket(ticket);
      // What the phone says of a failure is not proof: the order is given up, unless the service says that it was paid.
      return how === 'paid' ? check(order) : ask('paidCard.giveUp', order, how);
    },
    [ask, check],
  );
  return { overview, trouble, outcome, load, finish, check, giveUp };
}

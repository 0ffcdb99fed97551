import { refuse, type Outcome } from '@shared/kernel/refusal';
import { dayOf } from '@shared/kernel/time';
import { unusedDays } from '@shared/tier/paidCard';
import { get } from '../../adapters/database';
import { propose, type ProposeOutcome } from '../audit/propose';
import type { StaffCaller } from '../store/admitStaff';
import { loadProgramme } from '../store/loadProgramme';

interface Request {
  readonly key: string;
  readonly cardNumber: string;
  readonly orderId: string;
  readonly reason: string;
}

type Refusals = 'card.unknown' | 'plan.noOrder' | 'plan.nothingLeft';

/** Writes down that an order of a paid card is to be ended; somebody else must decide. Nothing of the member's changes yet. */
export async function proposePlanRefund(who: StaffCaller, request: Request): Promise<ProposeOutcome | Outcome<never, Refusals>> {
  const [card, order] = await Promise.all([get('cards', request.cardNumber), get('planOrders', request.orderId)]);
  if (card === null) return refuse('card.unknown');
  if (order?.memberId !== card.memberId || order.state !== 'paid') return refuse('plan.noOrder');
  const [account, { offsetMinutes }] = await Promise.all([get('accounts', order.accountId), loadProgramme(who.now)]);
  if (account === null || unusedDays(account.paidCard, order._id, dayOf(who.now, offsetMinutes)) === 0) return refuse('plan.nothingLeft');
  const { orderId, reason } = request;
  return propose(who, request.key, { kind: 'planRefund', accountId: order.accountId, cardTail: card._id.slice(-4), orderId, reason });
}

import type { Proposal } from '@shared/audit/proposal';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { dayOf } from '@shared/kernel/time';
import { unusedDays } from '@shared/tier/paidCard';
import { get } from '../../adapters/database';
import { propose } from '../audit/propose';
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
export async function proposePlanRefund(
  who: StaffCaller,
  request: Request,
): Promise<Outcome<Proposal, Refusals | 'key.reused' | 'busy.tryAgain'>> {
  const { key, cardNumber, orderId, reason } = request;
  const said = { kind: 'planRefund', cardTail: cardNumber.slice(-4), orderId, reason } as const;
  return propose(who, key, said, await accountWithDaysLeft(who, request));
}

/** The account of a paid order that has days left. */
async function accountWithDaysLeft({ now }: StaffCaller, { cardNumber, orderId }: Request): Promise<Outcome<string, Refusals>> {
  const [card, order] = await Promise.all([get('cards', cardNumber), get('planOrders', orderId)]);
  if (card === null) return refuse('card.unknown');
  if (order?.memberId !== card.memberId || order.state !== 'paid') return refuse('plan.noOrder');
  const [account, { offsetMinutes }] = await Promise.all([get('accounts', order.accountId), loadProgramme(now)]);
  if (account === null || unusedDays(account.paidCard, order._id, dayOf(now, offsetMinutes)) === 0) return refuse('plan.nothingLeft');
  return accept(order.accountId);
}

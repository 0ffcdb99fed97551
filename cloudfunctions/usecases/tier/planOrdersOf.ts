import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import type { PlanOrderView } from '@shared/tier/paidCardContract';
import { find, get } from '../../adapters/database';
import type { StaffCaller } from '../store/admitStaff';
import { record } from '../audit/record';
import { viewPlanOrder } from './viewPlanOrder';

const ordersShown = 20;

/** A member's orders of paid cards for an operator, newest first; that somebody looked is audited. */
export async function planOrdersOf(
  who: StaffCaller,
  { cardNumber }: { cardNumber: string },
): Promise<Outcome<{ readonly orders: readonly PlanOrderView[] }, 'card.unknown'>> {
  const card = await get('cards', cardNumber);
  await record(who, 'paidCard.orders', `card …${cardNumber.slice(-4)}`, card === null ? 'card.unknown' : 'done');
  if (card === null) return refuse('card.unknown');
  const orders = await find('planOrders', { accountId: card.accountId }, { limit: ordersShown, order: [['at', 'desc']] });
  return accept({ orders: orders.map(viewPlanOrder) });
}

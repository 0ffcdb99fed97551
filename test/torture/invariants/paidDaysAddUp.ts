import type { PlanOrder } from '@shared/tier/planOrder';
import { grouped, repeated, spoilFirst, total, type Invariant } from './invariant';

const dayMs = 86_400_000;

function days(from: string, endsOn: string): number {
  return (Date.parse(endsOn) - Date.parse(from)) / dayMs + 1;
}

/**
 * A card's periods follow each other without a gap, each as long as what its order bought less what was given back; and no order that was
 * paid is missing from its card before its time.
 */
export const paidDaysAddUp: Invariant = {
  name: 'paid cards: periods without gaps, as long as what was bought and kept',
  check({ accounts, planOrders, endedOn }) {
    const orders = new Map(planOrders.map((order) => [order._id, order]));
    const byAccount = grouped(planOrders, ({ accountId }) => accountId);
    const wrong = repeated(
      'an order on a card',
      accounts.flatMap(({ paidCard }) => paidCard.periods),
      ({ orderId }) => orderId,
    ).slice();
    for (const { _id, paidCard } of accounts) {
      const told = (what: string): string => `account ${_id}: ${what}`;
      paidCard.periods.forEach(({ orderId, from, endsOn }, index) => {
        const before = paidCard.periods[index - 1];
        if (before !== undefined && days(before.endsOn, from) !== 2)
          wrong.push(told(`a period begins on ${from}, the one before ended on ${before.endsOn}`));
        const order = orders.get(orderId);
        if (order?.accountId !== _id) wrong.push(told(`order ${orderId} brought days here, and is of ${order?.accountId ?? 'nobody'}`));
        else if (days(from, endsOn) !== lengthOf(order))
          wrong.push(told(`order ${orderId} brought ${days(from, endsOn)} days of ${lengthOf(order)}`));
      });
      const own = byAccount.get(_id) ?? [];
      // What is given back of an order moves those after it up.
      const moved = total(own, ({ refund }) => refund?.unusedDays ?? 0) * dayMs;
      for (const { _id: orderId, state, period } of own) {
        const there = paidCard.periods.some((each) => each.orderId === orderId);
        const over = period !== null && Date.parse(period.endsOn) - moved <= Date.parse(endedOn);
        if (state === 'paid' && !there && !over) wrong.push(told(`order ${orderId} is paid, and its days are missing`));
      }
    }
    return { looked: planOrders.length, wrong };
  },
  spoil: ({ accounts }) =>
    spoilFirst(
      accounts,
      ({ paidCard }) => paidCard.periods.length > 0,
      ({ paidCard }) => ({
        paidCard: { ...paidCard, periods: paidCard.periods.map((period) => ({ ...period, endsOn: '2099-12-31' })) },
      }),
    ),
};

function lengthOf({ terms, refund }: PlanOrder): number {
  return terms.days - (refund?.unusedDays ?? 0);
}

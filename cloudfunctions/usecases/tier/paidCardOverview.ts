import { accept, type Outcome } from '@shared/kernel/refusal';
import { addDays, dayOf, startOfDayMs, type Day } from '@shared/kernel/time';
import { paidUntil, periodOn, type PaidCard } from '@shared/tier/paidCard';
import type { PaidCardOverview, PaidCardView, PlanView } from '@shared/tier/paidCardContract';
import { paidSaved } from '@shared/tier/paidSaved';
import type { Plan } from '@shared/tier/plan';
import type { PlanOrder } from '@shared/tier/planOrder';
import { settleAccount } from '@shared/tier/settleAccount';
import type { Coupon } from '@shared/voucher/types';
import { find, get } from '../../adapters/database';
import { takesMoney } from '../../adapters/payments';
import type { Caller } from '../../adapters/serve';
import { findMember } from '../member/findMember';
import { loadProgramme } from '../store/loadProgramme';
import { loadCoupons } from '../voucher/loadCoupons';
import { loadPlans } from './loadPlans';
import { viewPlanOrder } from './viewPlanOrder';

const ordersShown = 20;
/** Receipts that "saved so far" looks at: more than anybody's year of daily shopping. */
const receiptsMax = 1000;

/** The page of the paid card: plans, the card as it runs, what it saved (from the account's receipts since it began), latest orders. */
export async function paidCardOverview(caller: Caller): Promise<Outcome<PaidCardOverview, 'member.unknown'>> {
  const member = await findMember(caller);
  if (!member.ok) return member;
  const { accountId } = member.value;
  const [programme, plans, coupons, account, orders] = await Promise.all([
    loadProgramme(caller.now),
    loadPlans(caller.now),
    loadCoupons(caller.now),
    get('accounts', accountId),
    find('planOrders', { accountId }, { limit: ordersShown, order: [['at', 'desc']] }),
  ]);
  if (account === null) throw new Error(`Member ${member.value.memberId} has no account`);
  const today = dayOf(caller.now, programme.offsetMinutes);
  const card = await viewCard(account.paidCard, accountId, today, programme.offsetMinutes, orders);
  const ends = orders.flatMap(({ state, period }) => (state === 'paid' && period !== null && period.endsOn < today ? [period.endsOn] : []));
  return accept({
    today,
    plans: plans.map((plan) => viewPlan(plan, coupons)),
    card,
    ended: card === null ? (ends.sort().at(-1) ?? null) : null,
    takesMoney: takesMoney(),
    available: settleAccount(account, today, programme.tiers).posting.balance.available,
    orders: orders.map(viewPlanOrder),
  });
}

async function viewCard(
  card: PaidCard,
  accountId: string,
  today: Day,
  offsetMinutes: number,
  orders: readonly PlanOrder[],
): Promise<PaidCardView | null> {
  const [period, until] = [periodOn(card, today), paidUntil(card, today)];
  if (period === null || until === null) return null;
  const since = beginOf(period.from, orders);
  const receipts = await find(
    'purchases',
    { accountId, at: { op: 'gte', value: startOfDayMs(since, offsetMinutes) } },
    { limit: receiptsMax, order: [['at', 'desc']] },
  );
  const { name, multiplier, pricePercent } = period;
  return { name, multiplier, pricePercent, since, until, savedFen: paidSaved(receipts) };
}

/** When the card began that runs without a gap up to `from`, as far as the latest orders tell. */
function beginOf(from: Day, orders: readonly PlanOrder[]): Day {
  const before = orders.find(
    ({ state, period }) => state === 'paid' && period !== null && period.from < from && addDays(period.endsOn, 1) >= from,
  );
  return before?.period == null ? from : beginOf(before.period.from, orders);
}

function viewPlan(plan: Plan, coupons: ReadonlyMap<string, Coupon>): PlanView {
  const { _id, name, detail, days, priceFen, points, multiplier, pricePercent, couponIds } = plan;
  const vouchers = couponIds.flatMap((id) => coupons.get(id)?.name ?? []);
  return { id: _id, name, detail, days, priceFen, points, multiplier, pricePercent, vouchers };
}

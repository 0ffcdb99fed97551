import { orderIdOf } from '@shared/tier/orderIdOf';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { dayOf, type Day } from '@shared/kernel/time';
import { redeem } from '@shared/ledger/redeem';
import type { Account } from '@shared/ledger/types';
import type { Member } from '@shared/member/types';
import type { Programme } from '@shared/store/programme';
import { addPeriod, isFarAhead, paidUntil } from '@shared/tier/paidCard';
import type { PlanBuying } from '@shared/tier/paidCardContract';
import { planTerms, type Plan } from '@shared/tier/plan';
import { nextCheckAt, type PlanOrder } from '@shared/tier/planOrder';
import { carry, settleAccount } from '@shared/tier/settleAccount';
import { openPayment, takesMoney } from '../../adapters/payments';
import type { Caller } from '../../adapters/serve';
import { transact, type Transaction } from '../../adapters/transact';
import { accountOf } from '../ledger/accountOf';
import { post } from '../ledger/post';
import { findMember } from '../member/findMember';
import { loadProgramme } from '../store/loadProgramme';
import { loadPlans } from './loadPlans';
import { settleIfPaid } from './settleIfPaid';
import { viewPlanOrder } from './viewPlanOrder';

interface Wish {
  readonly key: string;
  readonly planId: string;
  readonly by: 'money' | 'points';
}

interface Setting {
  readonly caller: Caller;
  readonly wish: Wish;
  readonly member: Member;
  /** The plan, or why it cannot be bought: asked once it is known that this is no repeat. */
  readonly offered: Outcome<Plan, 'plan.unknown' | 'plan.payment'>;
  readonly programme: Programme;
  readonly today: Day;
}

type OrderRefusal = 'plan.ahead' | 'points.short' | 'key.reused' | 'plan.unknown' | 'plan.payment';
type BuyRefusal = OrderRefusal | 'member.unknown' | 'busy.tryAgain';

/**
 * Buys a paid card. With points: points, order and days together, or none of them. With money: the order is written first, then the payment
 * service is asked for a ticket; days come when it says that the money has. The same key again gives the same order, with a
 * fresh ticket while it is not paid.
 */
export async function buyPlan(caller: Caller, wish: Wish): Promise<Outcome<PlanBuying, BuyRefusal>> {
  const [member, programme, plans] = await Promise.all([findMember(caller), loadProgramme(caller.now), loadPlans(caller.now)]);
  if (!member.ok) return member;
  const offered = offeredPlan(plans, wish);
  const setting = { caller, wish, member: member.value, offered, programme, today: dayOf(caller.now, programme.offsetMinutes) };
  const ordered = await transact((transaction) => order(transaction, setting));
  if (!ordered.ok) return ordered;
  const { made, available } = ordered.value;
  if (made.state !== 'pending') return accept({ order: viewPlanOrder(made), ticket: null, available });
  const ticket = await openPayment({ orderId: made._id, fen: made.priceFen, words: made.terms.name.zh });
  if (ticket !== null) return accept({ order: viewPlanOrder(made), ticket, available });
  // It takes no order twice: this one may have been paid while its notice was lost.
  const settled = await settleIfPaid(made._id, caller.now);
  if (!settled.ok) return settled;
  return settled.value === null ? refuse('plan.payment') : accept({ order: viewPlanOrder(settled.value), ticket: null, available });
}

function offeredPlan(plans: readonly Plan[], { planId, by }: Wish): Setting['offered'] {
  const plan = plans.find(({ _id }) => _id === planId);
  const price = by === 'money' ? plan?.priceFen : plan?.points;
  if (plan === undefined || price == null) return refuse('plan.unknown');
  return by === 'money' && !takesMoney() ? refuse('plan.payment') : accept(plan);
}

interface Ordered {
  readonly made: PlanOrder;
  readonly available: number;
}

async function order(transaction: Transaction, setting: Setting): Promise<Outcome<Ordered, OrderRefusal>> {
  const { caller, wish, member, offered, programme, today } = setting;
  const account = await accountOf(transaction, member);
  const before = await transaction.get('planOrders', orderIdOf(member.memberId, wish.key));
  const settled = settleAccount(account, today, programme.tiers);
  const { available } = settled.posting.balance;
  if (before !== null) {
    const same = before.terms.planId === wish.planId && before.by === wish.by;
    return same ? accept({ made: before, available }) : refuse('key.reused');
  }
  if (!offered.ok) return offered;
  if (isFarAhead(account.paidCard, today)) return refuse('plan.ahead', { on: paidUntil(account.paidCard, today) ?? today });
  const fresh = orderOf(setting, offered.value, account._id);
  if (wish.by === 'points') return payInPoints(transaction, setting, account, fresh);
  await transaction.add('planOrders', [{ ...fresh, checkAt: nextCheckAt(0, caller.now) }]);
  return accept({ made: fresh, available });
}

async function payInPoints(
  transaction: Transaction,
  { caller, programme, today }: Setting,
  account: Account,
  fresh: PlanOrder,
): Promise<Outcome<Ordered, OrderRefusal>> {
  const settled = settleAccount(account, today, programme.tiers);
  const { name, planId } = fresh.terms;
  const note = { rewardZh: name.zh, rewardEn: name.en, planId };
  const paid = redeem(settled.posting, { source: `plan:${fresh._id}`, day: today, points: fresh.points, note });
  if (!paid.ok) return paid;
  const { card, period } = addPeriod(account.paidCard, fresh._id, fresh.terms, today);
  const made: PlanOrder = { ...fresh, state: 'paid', paidAt: caller.now, period: { from: period.from, endsOn: period.endsOn } };
  await transaction.add('planOrders', [made]);
  const next = await post(transaction, { ...account, paidCard: card }, carry(settled, paid.value, today, programme.tiers), caller.now);
  return accept({ made, available: next.available });
}

function orderOf({ caller, wish, member }: Setting, plan: Plan, accountId: string): PlanOrder {
  const { memberId } = member;
  return {
    _id: orderIdOf(memberId, wish.key),
    key: wish.key,
    memberId,
    accountId,
    terms: planTerms(plan),
    by: wish.by,
    priceFen: wish.by === 'money' ? (plan.priceFen ?? 0) : 0,
    points: wish.by === 'points' ? (plan.points ?? 0) : 0,
    at: caller.now,
    device: caller.device,
    state: 'pending',
    checkAt: 0,
    checks: 0,
    paidAt: null,
    transactionId: null,
    period: null,
    refund: null,
  };
}

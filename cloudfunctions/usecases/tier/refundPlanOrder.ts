import type { Day } from '@shared/kernel/time';
import { giveBack } from '@shared/ledger/giveBack';
import type { Account } from '@shared/ledger/types';
import { removePeriod, unusedDays } from '@shared/tier/paidCard';
import { refundOf, withRefund, type PlanOrder } from '@shared/tier/planOrder';
import { carry, type Settled } from '@shared/tier/settleAccount';
import type { Tier } from '@shared/tier/types';
import type { Transaction } from '../../adapters/transact';
import { takeVoucherAway } from '../voucher/booking/endBooking';

/** An account on its way through a command, with the paid card as it is by then. */
interface Going {
  readonly account: Account;
  readonly settled: Settled;
}

/** Who ends an order, and when. */
interface Ending {
  readonly at: number;
  readonly today: Day;
  readonly by: string;
  readonly tiers: readonly Tier[];
}

/**
 * Ends a paid order in the caller's transaction: the days to come leave the card, its unused vouchers are revoked, the share of the points
 * returns by an entry, and the share of the money is sent back by a job. Gives the account, which the caller posts. Nothing happens to an
 * order that is not paid or has no day left.
 */
export async function refundPlanOrder(transaction: Transaction, order: PlanOrder, going: Going, ending: Ending): Promise<Going> {
  const { at, today, by, tiers } = ending;
  const { account, settled } = going;
  const unused = unusedDays(account.paidCard, order._id, today);
  if (order.state !== 'paid' || unused === 0) return going;
  const { fen, points } = refundOf(order, unused);
  await transaction.put('planOrders', withRefund(order, { fen, points, unusedDays: unused, at, by }));
  const period = account.paidCard.periods.find(({ orderId }) => orderId === order._id);
  for (const id of period?.voucherIds ?? []) await revokeUnused(transaction, id, at, by);
  const paidCard = removePeriod(account.paidCard, order._id, today);
  return { account: { ...account, paidCard }, settled: await returnPoints(transaction, order, points, settled, today, tiers) };
}

async function returnPoints(
  transaction: Transaction,
  { _id, accountId, terms }: PlanOrder,
  points: number,
  settled: Settled,
  today: Day,
  tiers: readonly Tier[],
): Promise<Settled> {
  if (points === 0) return settled;
  const spending = await transaction.get('entries', `${accountId}:redemption:plan:${_id}`);
  if (spending === null) throw new Error(`Order ${_id} was paid in points without an entry`);
  const note = { planZh: terms.name.zh, planEn: terms.name.en };
  const given = { source: `plan:${_id}`, today, points, spent: spending.lots, before: 0, because: 'refunded', note } as const;
  return carry(settled, giveBack(settled.posting, given), today, tiers);
}

async function revokeUnused(transaction: Transaction, voucherId: string, at: number, staffId: string): Promise<void> {
  const voucher = await transaction.get('vouchers', voucherId);
  if (voucher?.state !== 'issued' && voucher?.state !== 'gifting') return;
  await takeVoucherAway(transaction, voucher, { at, staffId, reason: 'paidCard' });
}

import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { dayOf } from '@shared/kernel/time';
import { giveBack } from '@shared/ledger/giveBack';
import type { Entry } from '@shared/ledger/types';
import type { CancelReceipt } from '@shared/reward/contract';
import { decideCancel, type CancelRefusal } from '@shared/reward/decideCancel';
import { carry, settleAccount } from '@shared/tier/settleAccount';
import { boughtBy } from '@shared/voucher/boughtBy';
import { find } from '../../adapters/database';
import type { Caller } from '../../adapters/serve';
import { transact, type Transaction } from '../../adapters/transact';
import { accountNow } from '../ledger/accountOf';
import { post } from '../ledger/post';
import { findMember } from '../member/findMember';
import { loadProgramme } from '../store/loadProgramme';
import { giveBack as giveVoucherBack, loadBoughtWith, type BoughtWith } from '../voucher/giveBack';

type CancelOutcome = Outcome<CancelReceipt, 'member.unknown' | CancelRefusal | 'busy.tryAgain'>;

/** Of a member's latest units and packs, so many are looked through for one that another account paid for. */
const lookedAtMax = 100;

/** A cancellation on its way. */
interface Cancelling {
  readonly caller: Caller;
  readonly memberId: string;
  readonly redemptionId: string;
  readonly bought: BoughtWith;
}

/**
 * Gives back what was redeemed before it is handed over or used: a unit is free again, a pack or voucher (with its booking and its claim)
 * is taken away, and the points return to the lots they came from, or to the grace lot. The redemption's id is the command's natural key:
 * cancelling it again gives the first answer. Points return to the account that paid, or to the one that took it over: who has joined a
 * family since finds them there. What a family paid that they have left since cannot be cancelled any more (`cancel.left`), as its
 * purchases are refunded in money only; it stays theirs.
 */
export async function cancel(caller: Caller, { redemptionId }: { key: string; redemptionId: string }): Promise<CancelOutcome> {
  const member = await findMember(caller);
  if (!member.ok) return member;
  const { memberId, accountId } = member.value;
  const cancelling: Cancelling = { caller, memberId, redemptionId, bought: await loadBoughtWith(caller.now, memberId, redemptionId) };
  const cancelled = await cancelOn(accountId, cancelling);
  if (cancelled.ok || cancelled.refusal.code !== 'cancel.unknown') return cancelled;
  // Whoever is in another's account may have paid with their own before.
  const before = accountId === memberId ? cancelled : await cancelOn(memberId, cancelling);
  if (before.ok || before.refusal.code !== 'cancel.unknown') return before;
  return (await holds(cancelling)) ? refuse('cancel.left') : before;
}

/** Whether something in the member's hands came of that redemption. */
async function holds({ memberId, redemptionId }: Cancelling): Promise<boolean> {
  const [units, packs, vouchers] = await Promise.all([
    find('units', { memberId }, { limit: lookedAtMax, order: [['redeemedAt', 'desc']] }),
    find('packs', { memberId }, { limit: lookedAtMax, order: [['issuedAt', 'desc']] }),
    find('vouchers', { memberId }, { limit: lookedAtMax, order: [['endsOn', 'desc']] }),
  ]);
  return (
    units.some(({ redemption, prize }) => prize === undefined && redemption?.id === redemptionId) ||
    packs.some((pack) => pack.redemptionId === redemptionId && pack.cancelledAt === undefined) ||
    vouchers.some((voucher) => voucher.state !== 'revoked' && boughtBy(voucher) === redemptionId)
  );
}

async function cancelOn(payerId: string, cancelling: Cancelling): Promise<CancelOutcome> {
  const { offsetMinutes, tiers } = await loadProgramme(cancelling.caller.now);
  const { now } = cancelling.caller;
  const today = dayOf(now, offsetMinutes);
  return transact(async (transaction): Promise<Outcome<CancelReceipt, CancelRefusal>> => {
    const paid = await paymentOf(transaction, payerId, cancelling.redemptionId);
    if (paid === null) return refuse('cancel.unknown');
    const account = await accountNow(transaction, payerId);
    if (account === null) throw new Error(`The account ${payerId} is gone`);
    const settled = settleAccount(account, today, tiers);
    const earlier = await returnOf(transaction, [payerId, account._id], paid.source);
    if (earlier !== null) return accept(receipt(cancelling, paid, earlier, settled.posting.balance.available));
    const taken = await takeBack(transaction, paid, cancelling, offsetMinutes);
    if (!taken.ok) return taken;
    const points = -paid.availableDelta;
    const { rewardZh = '', rewardEn = '' } = paid.note;
    const note = { why: 'cancel', rewardZh, rewardEn };
    const spending = { source: paid.source, today, points, spent: paid.lots, before: 0, because: 'cancelled', note } as const;
    const returned = giveBack(settled.posting, spending);
    const next = await post(transaction, account, carry(settled, returned, today, tiers), now);
    return accept(receipt(cancelling, paid, returned.drafts.at(-1), next.available));
  });
}

/** The entry that paid for a unit or a voucher. */
async function paymentOf(transaction: Transaction, payerId: string, redemptionId: string): Promise<Entry | null> {
  const unit = await transaction.get('entries', `${payerId}:redemption:${redemptionId}`);
  if (typeof unit?.note['unitId'] === 'string') return unit;
  const voucher = await transaction.get('entries', `${payerId}:redemption:voucher:${redemptionId}`);
  return typeof voucher?.note['voucherId'] === 'string' ? voucher : null;
}

/** Takes back what was paid for, if it may be. A cancelled pack is kept aside, since its unit can be redeemed again. */
async function takeBack(
  transaction: Transaction,
  { note }: Entry,
  { caller: { now }, memberId, redemptionId, bought }: Cancelling,
  offsetMinutes: number,
): Promise<Outcome<null, CancelRefusal>> {
  const by = { redemptionId, memberId, now, offsetMinutes };
  if (note['unitId'] === undefined) return giveVoucherBack(transaction, String(note['voucherId']), bought, by);
  const unitId = String(note['unitId']);
  const unit = await transaction.get('units', unitId);
  const pack = await transaction.get('packs', unitId);
  const free = decideCancel(unit, pack, by);
  if (!free.ok) return free;
  await transaction.put('units', free.value);
  if (pack === null) return accept(null);
  await transaction.remove('packs', unitId);
  await transaction.add('packs', [{ ...pack, _id: `${unitId}~${redemptionId}`, cancelledAt: now }]);
  return accept(null);
}

/** The entry by which it was given back before, on the account that it was then. */
async function returnOf(transaction: Transaction, accountIds: readonly string[], source: string): Promise<Entry | null> {
  for (const accountId of new Set(accountIds)) {
    const entry = await transaction.get('entries', `${accountId}:return:${source}`);
    if (entry !== null) return entry;
  }
  return null;
}

function receipt(
  { redemptionId }: Cancelling,
  paid: Entry,
  back: Pick<Entry, 'availableDelta' | 'debtDelta'> | undefined,
  available: number,
): CancelReceipt {
  const returned = back === undefined ? 0 : back.availableDelta - back.debtDelta;
  return { redemptionId, paid: -paid.availableDelta, returned, available };
}

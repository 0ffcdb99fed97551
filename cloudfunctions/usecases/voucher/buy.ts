import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { redeem as redeemPoints } from '@shared/ledger/redeem';
import type { Entry } from '@shared/ledger/types';
import type { Member } from '@shared/member/types';
import type { Programme } from '@shared/store/programme';
import { boughtPrefix } from '@shared/voucher/boughtBy';
import type { BuyReceipt } from '@shared/voucher/contract';
import { asHadBy } from '@shared/voucher/gift';
import { carry, settleAccount } from '@shared/tier/settleAccount';
import type { Caller } from '../../adapters/serve';
import { transact, type Transaction } from '../../adapters/transact';
import { accountOf, earlierSpending } from '../ledger/accountOf';
import { post } from '../ledger/post';
import { findMember } from '../member/findMember';
import { loadProgramme } from '../store/loadProgramme';
import type { ClaimRefusal } from './claim';
import { issueVoucher, prepareClaim, type IssueRefusal, type PreparedIssue } from './issue';
import { loadWallet, type Wallet } from './loadWallet';

/** Rounds of looking for a free unit before the caller is told to come back. */
const roundsMax = 8;

interface Setting {
  readonly caller: Caller;
  readonly wish: { readonly key: string; readonly couponId: string };
  readonly member: Member;
  readonly programme: Programme;
  readonly wallet: Wallet;
}

/** Buys a voucher in the points mall: points, voucher and claim together, or none of them. The same key again gives the first answer. */
export async function buy(
  caller: Caller,
  wish: { key: string; couponId: string },
): Promise<Outcome<BuyReceipt, 'member.unknown' | 'points.short' | 'reward.cancelled' | ClaimRefusal>> {
  const member = await findMember(caller);
  if (!member.ok) return member;
  const [programme, wallet] = await Promise.all([loadProgramme(caller.now), loadWallet(caller)]);
  const setting: Setting = { caller, wish, member: member.value, programme, wallet };
  for (let round = 1; round <= roundsMax; round += 1) {
    const prepared = await prepareClaim(wish.couponId, member.value.memberId, caller.now, caller.random);
    const outcome = await transact((transaction) => take(transaction, setting, prepared));
    if (outcome.ok) return outcome;
    const { code, args } = outcome.refusal;
    if (code !== 'taken') return refuse(code, args);
  }
  return refuse('busy.tryAgain');
}

async function take(
  transaction: Transaction,
  setting: Setting,
  prepared: PreparedIssue | null,
): Promise<Outcome<BuyReceipt, IssueRefusal | 'voucher.noCoupon' | 'points.short' | 'key.reused' | 'reward.cancelled'>> {
  const { caller, wish, member, programme, wallet } = setting;
  const { today } = wallet;
  const account = await accountOf(transaction, member);
  const source = `voucher:${wish.key}`;
  const before = await earlierSpending(transaction, account, member.memberId, source);
  const settled = settleAccount(account, today, programme.tiers);
  if (before !== null) return repeat(transaction, before, setting, settled.posting.balance.available);
  const points = prepared?.coupon.points ?? null;
  if (prepared === null || points === null) return refuse('voucher.noCoupon');
  const { available } = settled.posting.balance;
  if (available < points) return refuse('points.short', { have: available, need: points });
  const { _id: accountId } = account;
  const { name } = prepared.coupon;
  const request = {
    memberId: member.memberId,
    accountId,
    source: `${boughtPrefix}${wish.key}`,
    key: wish.key,
    at: caller.now,
    today,
    claims: true,
  };
  const voucher = await issueVoucher(transaction, prepared, request);
  if (!voucher.ok) return voucher;
  const note = { couponId: wish.couponId, rewardZh: name.zh, rewardEn: name.en, voucherId: voucher.value._id };
  const paid = redeemPoints(settled.posting, { source, day: today, points, note });
  if (!paid.ok) return paid;
  const next = await post(transaction, account, carry(settled, paid.value, today, programme.tiers), caller.now);
  return accept({ voucher: wallet.view(voucher.value), available: next.available });
}

async function repeat(
  transaction: Transaction,
  entry: Entry,
  { wish, wallet, member }: Setting,
  available: number,
): Promise<Outcome<BuyReceipt, 'key.reused' | 'reward.cancelled'>> {
  if (entry.note['couponId'] !== wish.couponId) return refuse('key.reused');
  const voucher = await transaction.get('vouchers', String(entry.note['voucherId']));
  // Given back since: the voucher is gone, or its unit somebody's again.
  if (voucher?.source !== `${boughtPrefix}${wish.key}`) return refuse('reward.cancelled');
  return accept({ voucher: wallet.view(asHadBy(voucher, member.memberId)), available });
}

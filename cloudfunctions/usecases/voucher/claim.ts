import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import type { Day } from '@shared/kernel/time';
import type { Member } from '@shared/member/types';
import type { ClaimReceipt } from '@shared/voucher/contract';
import { stands } from '@shared/voucher/claims';
import { asHadBy } from '@shared/voucher/gift';
import type { Claim, Voucher } from '@shared/voucher/types';
import { find, get } from '../../adapters/database';
import type { Caller } from '../../adapters/serve';
import { transact } from '../../adapters/transact';
import { findMember } from '../member/findMember';
import { issueVoucher, prepareClaim, type IssueRefusal } from './issue';
import { loadCoupons } from './loadCoupons';
import { loadWallet } from './loadWallet';

/** Rounds of looking for a free unit before the caller is told to come back. */
const roundsMax = 8;

export type ClaimRefusal = 'voucher.noCoupon' | 'voucher.gone' | 'voucher.limit' | 'key.reused' | 'busy.tryAgain';

interface Wish {
  readonly key: string;
  readonly couponId: string;
  readonly word?: string;
}

interface Setting {
  readonly caller: Caller;
  readonly member: Member;
  readonly wish: Wish;
  readonly offered: boolean;
  readonly today: Day;
}

/** Claims a coupon that is given out on the page: one voucher, within the coupon's total and the member's own limit. */
export async function claim(caller: Caller, wish: Wish): Promise<Outcome<ClaimReceipt, 'member.unknown' | ClaimRefusal>> {
  const member = await findMember(caller);
  if (!member.ok) return member;
  const coupon = (await loadCoupons(caller.now)).get(wish.couponId);
  return claimCoupon(caller, member.value, wish, coupon?.claim === 'page');
}

/** What a tap claimed before, whatever has become of the coupon or its word since; null: nothing. */
export async function earlierClaim(
  { memberId }: Member,
  key: string,
  isSame: (claim: Claim) => boolean,
): Promise<Outcome<Voucher, 'key.reused'> | null> {
  const [claim] = await find('claims', { memberId, key }, { limit: 1 });
  if (claim === undefined) return null;
  // A tap that bought what was given back since is another command's.
  return isSame(claim) && stands(claim) ? accept(asHadBy(await voucherOf(claim), memberId)) : refuse('key.reused');
}

/** Claims one coupon, however it was named; `offered`: it is given out so. The same key again gives the voucher it gave first. */
export async function claimCoupon(
  caller: Caller,
  member: Member,
  wish: Wish,
  offered: boolean,
): Promise<Outcome<ClaimReceipt, ClaimRefusal>> {
  const wallet = await loadWallet(caller);
  const setting: Setting = { caller, member, wish, offered, today: wallet.today };
  for (let round = 1; round <= roundsMax; round += 1) {
    const outcome = await tryOnce(setting);
    if (outcome.ok) return accept({ voucher: wallet.view(outcome.value) });
    const { code, args } = outcome.refusal;
    if (code !== 'taken') return refuse(code, args);
  }
  return refuse('busy.tryAgain');
}

async function tryOnce(setting: Setting): Promise<Outcome<Voucher, ClaimRefusal | IssueRefusal>> {
  const { caller, member, wish, offered, today } = setting;
  const { memberId, accountId } = member;
  const prepared = await prepareClaim(wish.couponId, memberId, caller.now, caller.random);
  // After the claims were counted: a claim of this very tap that is among them is found.
  const earlier = await earlierClaim(member, wish.key, ({ couponId, word }) => couponId === wish.couponId && word === wish.word);
  if (earlier !== null) return earlier;
  if (prepared === null || !offered) return refuse('voucher.noCoupon');
  const { totalMax, perMemberMax } = prepared.coupon;
  if (prepared.nextClaim > perMemberMax) return refuse('voucher.limit', { most: perMemberMax });
  // Every unit is committed as taken: nobody needs a transaction to be told so.
  if (totalMax !== null && prepared.unitId === null) return refuse('voucher.gone');
  const source = `claim:${wish.key}`;
  const named = wish.word === undefined ? {} : { word: wish.word };
  const request = { memberId, accountId, source, key: wish.key, ...named, at: caller.now, today, claims: true };
  return transact((transaction) => issueVoucher(transaction, prepared, request));
}

async function voucherOf({ _id, voucherId }: Claim): Promise<Voucher> {
  const voucher = await get('vouchers', voucherId);
  if (voucher === null) throw new Error(`Claim ${_id} names a voucher that does not exist`);
  return voucher;
}

import { randomId } from '@shared/kernel/id';
import { accept, type Outcome } from '@shared/kernel/refusal';
import type { GiftReceipt } from '@shared/voucher/contract';
import { decideOffer, decideWithdraw, type OfferRefusal } from '@shared/voucher/decideGift';
import type { VoucherView } from '@shared/voucher/view';
import type { Caller } from '../../adapters/serve';
import { transact } from '../../adapters/transact';
import { findMember } from '../member/findMember';
import { loadWallet } from './loadWallet';

/** Characters of a token: 130 random bits, so that nobody finds one by trying. */
const tokenChars = 26;

interface Wish {
  readonly key: string;
  readonly voucherId: string;
}

/** Offers one of the caller's vouchers by a link that works once; it rests until it is accepted, taken back, or the offer lapses. */
export async function offerGift(
  caller: Caller,
  { key, voucherId }: Wish,
): Promise<Outcome<GiftReceipt, 'member.unknown' | OfferRefusal | 'busy.tryAgain'>> {
  const member = await findMember(caller);
  if (!member.ok) return member;
  const { memberId } = member.value;
  const wallet = await loadWallet(caller);
  const { today, offsetMinutes } = wallet;
  const wish = { memberId, key, token: randomId(caller.random, tokenChars), at: caller.now, today, offsetMinutes };
  return transact(async (transaction): Promise<Outcome<GiftReceipt, OfferRefusal>> => {
    const found = await transaction.get('vouchers', voucherId);
    const decided = decideOffer(found, wallet.coupons.get(found?.couponId ?? ''), wish);
    if (!decided.ok) return decided;
    const { voucher, repeat } = decided.value;
    if (voucher.gift === undefined) throw new Error(`Voucher ${voucherId} is not on offer`);
    const { token, at, until } = voucher.gift;
    if (!repeat) {
      await transaction.put('vouchers', voucher);
      await transaction.add('gifts', [{ _id: token, voucherId, giverId: memberId, key, at, until, taken: null, withdrawnAt: null }]);
    }
    return accept({ token, until, voucher: wallet.view(voucher) });
  });
}

/** Takes the caller's offer back: the link says that it has lapsed from then on. */
export async function withdrawGift(
  caller: Caller,
  { voucherId }: Wish,
): Promise<Outcome<VoucherView, 'voucher.unknown' | 'gift.taken' | 'busy.tryAgain'>> {
  const member = await findMember(caller);
  const memberId = member.ok ? member.value.memberId : '';
  const wallet = await loadWallet(caller);
  return transact(async (transaction): Promise<Outcome<VoucherView, 'voucher.unknown' | 'gift.taken'>> => {
    const found = await transaction.get('vouchers', voucherId);
    const decided = decideWithdraw(found, { memberId, at: caller.now });
    if (!decided.ok) return decided;
    const token = found?.gift?.token;
    if (decided.value !== found && token !== undefined) {
      await transaction.put('vouchers', decided.value);
      const gift = await transaction.get('gifts', token);
      if (gift !== null) await transaction.put('gifts', { ...gift, withdrawnAt: caller.now });
    }
    return accept(wallet.view(decided.value));
  });
}

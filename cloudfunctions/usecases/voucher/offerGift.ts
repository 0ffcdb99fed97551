import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import type { GiftReceipt } from '@shared/voucher/contract';
import { decideOffer, decideWithdraw, giftTokenOf, type OfferRefusal, type OfferWish } from '@shared/voucher/decideGift';
import { asHadBy } from '@shared/voucher/gift';
import type { Gift, Voucher } from '@shared/voucher/types';
import type { VoucherView } from '@shared/voucher/view';
import { masterKey } from '../../adapters/masterKey';
import type { Caller } from '../../adapters/serve';
import { transact } from '../../adapters/transact';
import { findMember } from '../member/findMember';
import { loadWallet, type Wallet } from './loadWallet';

interface Wish {
  readonly key: string;
  readonly voucherId: string;
}

/**
 * Offers one of the caller's vouchers by a link that works once; it rests until it is accepted, taken back, or the offer lapses. The token
 * follows from the tap's key, so the same tap means the same offer for ever, whatever became of it.
 */
export async function offerGift(
  caller: Caller,
  { key, voucherId }: Wish,
): Promise<Outcome<GiftReceipt, 'member.unknown' | 'key.reused' | OfferRefusal | 'busy.tryAgain'>> {
  const member = await findMember(caller);
  if (!member.ok) return member;
  const { memberId } = member.value;
  const wallet = await loadWallet(caller);
  const { today, offsetMinutes } = wallet;
  const token = giftTokenOf(masterKey(), memberId, key);
  const wish = { memberId, key, token, at: caller.now, today, offsetMinutes };
  return transact(async (transaction): Promise<Outcome<GiftReceipt, 'key.reused' | OfferRefusal>> => {
    const [made, found] = [await transaction.get('gifts', token), await transaction.get('vouchers', voucherId)];
    if (made !== null) return repeat(made, found, wallet, wish);
    const decided = decideOffer(found, wallet.coupons.get(found?.couponId ?? ''), wish);
    if (!decided.ok) return decided;
    const voucher = decided.value;
    if (voucher.gift === undefined) throw new Error(`Voucher ${voucherId} is not on offer`);
    const { at, until } = voucher.gift;
    await transaction.put('vouchers', voucher);
    await transaction.add('gifts', [{ _id: token, voucherId, giverId: memberId, key, at, until, taken: null, withdrawnAt: null }]);
    return accept({ token, until, voucher: wallet.view(voucher) });
  });
}

/** The offer that the tap made, with the voucher as it is now; somebody else's by now is shown as it was while it was on offer. */
function repeat(made: Gift, found: Voucher | null, wallet: Wallet, wish: OfferWish): Outcome<GiftReceipt, 'key.reused'> {
  if (found?._id !== made.voucherId) return refuse('key.reused');
  const { _id: token, key, at, until } = made;
  const had = asHadBy(found, wish.memberId);
  const offered: Voucher = had === found ? found : { ...had, state: 'gifting', gift: { token, key, at, until } };
  return accept({ token, until, voucher: wallet.view(offered) });
}

/** Takes the caller's offer back: the link says that it has lapsed from then on. */
export async function withdrawGift(
  caller: Caller,
  { key, voucherId }: Wish,
): Promise<Outcome<VoucherView, 'voucher.unknown' | 'gift.taken' | 'busy.tryAgain'>> {
  const member = await findMember(caller);
  const memberId = member.ok ? member.value.memberId : '';
  const wallet = await loadWallet(caller);
  return transact(async (transaction): Promise<Outcome<VoucherView, 'voucher.unknown' | 'gift.taken'>> => {
    const found = await transaction.get('vouchers', voucherId);
    const decided = decideWithdraw(found, { memberId, key, at: caller.now });
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

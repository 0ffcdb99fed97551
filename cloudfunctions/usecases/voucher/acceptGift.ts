import { randomNumber16 } from '@shared/kernel/id';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import type { ClaimReceipt, GiftStanding, GiftView } from '@shared/voucher/contract';
import { decideAccept, type AcceptRefusal } from '@shared/voucher/decideGift';
import { asHadBy, settleGift } from '@shared/voucher/gift';
import type { Gift, Voucher } from '@shared/voucher/types';
import { viewTerms } from '@shared/voucher/view';
import { get } from '../../adapters/database';
import type { Caller } from '../../adapters/serve';
import { transact } from '../../adapters/transact';
import { findMember } from '../member/findMember';
import { loadWallet } from './loadWallet';

/** Takes a gift: the first member who accepts gets the voucher, with a new code; once. */
export async function acceptGift(
  caller: Caller,
  input: { key: string; token: string },
): Promise<Outcome<ClaimReceipt, 'member.unknown' | AcceptRefusal | 'busy.tryAgain'>> {
  const member = await findMember(caller);
  if (!member.ok) return member;
  const { memberId, accountId } = member.value;
  const wallet = await loadWallet(caller);
  const taker = { memberId, accountId, key: input.key, code: randomNumber16(caller.random, '7'), at: caller.now };
  return transact(async (transaction): Promise<Outcome<ClaimReceipt, AcceptRefusal>> => {
    const gift = await transaction.get('gifts', input.token);
    const voucher = gift === null ? null : await transaction.get('vouchers', gift.voucherId);
    const decided = decideAccept(gift, voucher, taker);
    if (!decided.ok) return decided;
    if (!decided.value.repeat) {
      await transaction.put('vouchers', decided.value.voucher);
      await transaction.put('gifts', decided.value.gift);
    }
    return accept({ voucher: wallet.view(asHadBy(decided.value.voucher, memberId)) });
  });
}

/** What lies behind a link, for members and strangers alike: the coupon's terms and how the offer stands. Nothing of its giver. */
export async function viewGift(caller: Caller, input: { token: string }): Promise<Outcome<GiftView, 'gift.unknown'>> {
  const [member, gift, wallet] = await Promise.all([findMember(caller), get('gifts', input.token), loadWallet(caller)]);
  const voucher = gift === null ? null : await get('vouchers', gift.voucherId);
  const coupon = wallet.coupons.get(voucher?.couponId ?? '');
  if (gift === null || voucher === null || coupon === undefined) return refuse('gift.unknown');
  const { endsOn = wallet.today } = voucher;
  const memberId = member.ok ? member.value.memberId : null;
  const standing = giftStanding(gift, voucher, memberId, caller.now);
  return accept({ standing, terms: viewTerms(coupon, wallet.mall.shops), endsOn, until: gift.until, joined: member.ok });
}

function giftStanding(gift: Gift, voucher: Voucher, memberId: string | null, now: number): GiftStanding {
  if (gift.taken !== null) return gift.taken.memberId === memberId ? 'yours' : 'taken';
  const { state, gift: open } = settleGift(voucher, now);
  if (state !== 'gifting' || open?.token !== gift._id) return 'lapsed';
  return gift.giverId === memberId ? 'own' : 'open';
}

import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { randomId } from '../kernel/id';
import { accept, refuse, type Outcome } from '../kernel/refusal';
import { addDays, minuteMs, startOfDayMs, type Day } from '../kernel/time';
import { isLive } from './booking/decideBooking';
import { acceptGift, giftBack, giftOpenMs, offerGift, settleGift } from './gift';
import type { Coupon, Gift, Voucher } from './types';
import { standingOf } from './view';
import { without } from './without';

const tokenChars = 26;

/**
 * The token of the offer that a member's tap makes: the same tap always means the same one, and nobody finds it without the key.
 * First 26 bytes of HMAC-SHA-256(master, `v1|gift|<member>|<key>`), five bits of each: 130 bits.
 */
export function giftTokenOf(masterKey: string, memberId: string, key: string): string {
  const digest = hmac(sha256, utf8ToBytes(masterKey), utf8ToBytes(`v1|gift|${memberId}|${key}`));
  return randomId((count) => digest.slice(0, count), tokenChars);
}

/** An offer about to be made: by whose tap, with which token, when. */
export interface OfferWish {
  readonly memberId: string;
  readonly key: string;
  readonly token: string;
  readonly at: number;
  readonly today: Day;
  readonly offsetMinutes: number;
}

export type OfferRefusal =
  'voucher.unknown' | 'voucher.notUsable' | 'voucher.notGiftable' | 'voucher.held' | 'voucher.gifting' | 'voucher.booked';

/**
 * Offers a voucher: the holder's own, usable now or later, of a coupon that may be given on, not held by a till. The offer ends with
 * the voucher's last day at the latest. Gives the voucher as it is on offer.
 */
export function decideOffer(found: Voucher | null, coupon: Coupon | undefined, wish: OfferWish): Outcome<Voucher, OfferRefusal> {
  if (found === null || coupon === undefined || found.memberId !== wish.memberId) return refuse('voucher.unknown');
  const voucher = settleGift(found, wish.at);
  if (voucher.state === 'gifting') return refuse('voucher.gifting');
  const standing = standingOf(voucher, wish.at, wish.today);
  if (standing !== 'usable' && standing !== 'early') return refuse('voucher.notUsable');
  if (!coupon.giftable) return refuse('voucher.notGiftable');
  const heldMs = (voucher.heldUntil ?? 0) - wish.at;
  if (heldMs > 0) return refuse('voucher.held', { minutes: Math.ceil(heldMs / minuteMs) });
  // The friend might not come to what the giver booked: it is cancelled first. One that was missed stays with the giver.
  if (isLive(voucher.booking, coupon, wish.at)) return refuse('voucher.booked');
  const endMs = startOfDayMs(addDays(voucher.endsOn ?? wish.today, 1), wish.offsetMinutes);
  const gift = { token: wish.token, key: wish.key, at: wish.at, until: Math.min(wish.at + giftOpenMs, endMs) };
  return accept(offerGift(without(voucher, 'booking'), gift, wish.memberId));
}

/**
 * Takes an offer back; one that has ended already changes nothing, and neither does a tap that took an earlier offer back. `gift.taken`
 * when somebody else has the voucher now.
 */
export function decideWithdraw(
  found: Voucher | null,
  by: { readonly memberId: string; readonly key: string; readonly at: number },
): Outcome<Voucher, 'voucher.unknown' | 'gift.taken'> {
  if (found === null) return refuse('voucher.unknown');
  if (found.memberId !== by.memberId) {
    return found.steps.some((step) => step.state === 'gifting' && step.by === by.memberId)
      ? refuse('gift.taken')
      : refuse('voucher.unknown');
  }
  const voucher = settleGift(found, by.at);
  if (voucher.state !== 'gifting' || found.steps.some((step) => step.key === by.key && step.by === by.memberId)) return accept(found);
  return accept(giftBack(voucher, { at: by.at, by: by.memberId, key: by.key }));
}

/** Somebody who accepts. */
export interface Taker {
  readonly memberId: string;
  readonly accountId: string;
  readonly key: string;
  readonly code: string;
  readonly at: number;
}

export type AcceptRefusal = 'gift.unknown' | 'gift.own' | 'gift.taken' | 'gift.lapsed';

/** Gives the voucher to the first who accepts while the offer is open; never to its giver. Whoever took it is told so again (`repeat`). */
export function decideAccept(
  gift: Gift | null,
  voucher: Voucher | null,
  taker: Taker,
): Outcome<{ readonly gift: Gift; readonly voucher: Voucher; readonly repeat: boolean }, AcceptRefusal> {
  if (gift === null || voucher === null) return refuse('gift.unknown');
  if (gift.taken !== null) {
    return gift.taken.memberId === taker.memberId ? accept({ gift, voucher, repeat: true }) : refuse('gift.taken');
  }
  if (gift.giverId === taker.memberId) return refuse('gift.own');
  const now = settleGift(voucher, taker.at);
  if (now.state !== 'gifting' || now.gift?.token !== gift._id) return refuse('gift.lapsed');
  const { memberId, key, at } = taker;
  return accept({ gift: { ...gift, taken: { memberId, key, at } }, voucher: acceptGift(now, taker), repeat: false });
}

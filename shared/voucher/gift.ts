import { withStep } from './legalSteps';
import type { Voucher } from './types';
import { without } from './without';

/** A gift on offer: whoever accepts the token before `until` gets the voucher. */
export type GiftOffer = NonNullable<Voucher['gift']>;

/** How long a gift waits to be accepted. */
export const giftOpenMs = 72 * 3_600_000;

/** A voucher as it is at an instant: a gift that nobody accepted in time is back with its giver, by itself. */
export function settleGift(voucher: Voucher, at: number): Voucher {
  const { gift } = voucher;
  if (voucher.state !== 'gifting' || gift === undefined || at < gift.until) return voucher;
  return giftBack(voucher, { at: gift.until, by: 'gift:lapsed' });
}

/** Offers a voucher to whoever opens the link: it cannot be used until it is accepted, taken back, or the offer lapses. */
export function offerGift(voucher: Voucher, gift: GiftOffer, by: string): Voucher {
  return { ...withStep(voucher, 'offer', { at: gift.at, by }), gift };
}

/** The gift goes to the one who accepted it, with a new code: the giver's screenshot must not work any more. */
export function acceptGift(
  voucher: Voucher,
  to: { readonly memberId: string; readonly accountId: string; readonly code: string; readonly at: number },
): Voucher {
  const { memberId, accountId, code, at } = to;
  return { ...without(withStep(voucher, 'accept', { at, by: memberId }), 'gift'), memberId, accountId, code };
}

/** The gift goes back to its giver. */
export function giftBack(voucher: Voucher, back: { readonly at: number; readonly by: string }): Voucher {
  return without(withStep(voucher, 'giftBack', back), 'gift');
}

import { withStep } from './legalSteps';
import type { Voucher, VoucherStep } from './types';
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
  return {
    ...without(
      withStep(voucher, 'accept', voucher.code === undefined ? { at, by: memberId } : { at, by: memberId, was: voucher.code }),
      'gift',
    ),
    memberId,
    accountId,
    code,
  };
}

/**
 * A voucher as somebody is told of it again who had it: their own as it is now; one they have given away since as they had it, with their
 * code, since the taker's is no business of theirs. Nor is the tap of whoever bought a unit that they gave back.
 */
export function asHadBy(voucher: Voucher, memberId: string): Voucher {
  if (voucher.memberId === memberId) return voucher;
  const given = voucher.steps.find((step, index) => step.was !== undefined && voucher.steps[index - 1]?.by === memberId);
  return { ...without(voucher, 'booking', 'redeemed', 'gift', 'source'), memberId, state: 'issued', code: given?.was ?? '' };
}

/** The gift goes back to its giver. */
export function giftBack(voucher: Voucher, back: Omit<VoucherStep, 'state'>): Voucher {
  return without(withStep(voucher, 'giftBack', back), 'gift');
}

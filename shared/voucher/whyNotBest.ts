import { addTo, type Best, type StackSet } from './stack';
import type { Candidate, StackLine } from './stackDiscount';
import type { GiftWorth } from './searchBest';
import type { Unusable } from './whyUnusable';

/** Why a voucher that could be used is not in the set. `voucherId` names the one that stands in its way. */
export type Unchosen =
  /** It can only be used alone, and others together are better. */
  | { readonly kind: 'alone' }
  /** One that can only be used alone is better. */
  | { readonly kind: 'exclusive'; readonly voucherId: string }
  /** Of its group another is used. */
  | { readonly kind: 'group'; readonly voucherId: string }
  /** The others leave nothing for it to take off. */
  | { readonly kind: 'nothingLeft' }
  /** With it the purchase would fall under a step of spend-and-gift. */
  | { readonly kind: 'losesGift' }
  /** Another choice of vouchers takes off more. */
  | { readonly kind: 'less' }
  /** Too many could be used; this one was not tried. */
  | { readonly kind: 'tooMany' }
  /** Staff chose others. */
  | { readonly kind: 'notChosen' };

export type WhyNot = Unusable | Unchosen;

/** Why a usable voucher is not in the best set. */
export function whyNotBest(lines: readonly StackLine[], { set, untried }: Best, voucher: Candidate, worth: GiftWorth): Unchosen {
  if (untried.some((each) => each.id === voucher.id)) return { kind: 'tooMany' };
  const { uses } = set;
  const alone = uses.find((use) => use.voucher.stacking.exclusive);
  if (alone !== undefined) return { kind: 'exclusive', voucherId: alone.voucher.id };
  if (voucher.stacking.exclusive && uses.length > 0) return { kind: 'alone' };
  const mate = uses.find((use) => use.voucher.stacking.group === voucher.stacking.group);
  if (mate !== undefined && !voucher.stacking.exclusive) return { kind: 'group', voucherId: mate.voucher.id };
  return whyNotAdded(lines, set, voucher, worth);
}

function whyNotAdded(lines: readonly StackLine[], set: StackSet, voucher: Candidate, worth: GiftWorth): Unchosen {
  const added = addTo(lines, set, voucher, worth);
  if (added === null) return { kind: 'nothingLeft' };
  return { kind: added.giftFen < set.giftFen ? 'losesGift' : 'less' };
}

import type { ReferralTerms } from '@shared/referral/contract';
import { numberText } from '@/copy/format';
import type { Speech } from '@/copy/useSpeech';

/** What a friend gets on joining, in words. */
export function giftText({ gift }: ReferralTerms, { copy, say }: Pick<Speech, 'copy' | 'say'>): string {
  return gift.kind === 'coupon' ? say(gift.name) : copy.referral.giftPoints(numberText(gift.points));
}

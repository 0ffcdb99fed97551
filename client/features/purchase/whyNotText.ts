import type { QuoteView } from '@shared/purchase/quote';
import { moneyText } from '@/copy/format';
import type { Speech } from '@/copy/useSpeech';

/** Why a voucher is not used, in a few words. */
export function whyNotText(why: QuoteView['others'][number]['why'], { vouchers }: QuoteView, { copy, say, refusal }: Speech): string {
  const words = copy.purchase.why;
  const nameOf = (voucherId: string): string => {
    const found = vouchers.find((each) => each.voucherId === voucherId);
    return found === undefined ? '' : say(found.name);
  };
  switch (why.kind) {
    case 'refused':
      return refusal(why.refusal);
    case 'threshold':
      return words.threshold(moneyText(why.missingFen));
    case 'exclusive':
    case 'group':
      return words[why.kind](nameOf(why.voucherId));
    default:
      return words[why.kind];
  }
}

import { yuanText } from '@shared/kernel/money';
import type { Benefit } from '@shared/voucher/types';
import type { Copy } from '@/copy/zh';

/** What stands on a ticket: how much, and on what condition. */
export interface TicketFace {
  readonly big: string;
  readonly small: string;
}

/** Yuan without a needless `.00`. */
const yuan = (fen: number): string => yuanText(fen).replace(/\.00$/, '');

/** The face of a voucher: ¥10, 8.5折 (−15%), a thing or an experience, with its threshold, cap or worth. */
export function ticketFace(benefit: Benefit, words: Copy['voucher']): TicketFace {
  switch (benefit.kind) {
    case 'amountOff':
      return { big: words.off(yuan(benefit.offFen)), small: threshold(benefit.thresholdFen, words) };
    case 'percentOff': {
      const zhe = String((100 - benefit.percentOff) / 10);
      return { big: words.percent(zhe, benefit.percentOff), small: threshold(benefit.thresholdFen, words) };
    }
    case 'goods':
      return { big: words.goods, small: words.worth(yuan(benefit.listedValueFen)) };
    case 'experience':
      return { big: words.experience, small: words.worth(yuan(benefit.listedValueFen)) };
  }
}

/** What a percentage takes off at most, or null. */
export function capText(benefit: Benefit, words: Copy['voucher']): string | null {
  return benefit.kind === 'percentOff' && benefit.capFen !== null ? words.capped(yuan(benefit.capFen)) : null;
}

function threshold(fen: number, words: Copy['voucher']): string {
  return fen === 0 ? words.overNone : words.over(yuan(fen));
}

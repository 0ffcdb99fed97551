import type { PricedLine, PurchaseVoucher } from '@shared/purchase/types';
import { numberText } from '@/copy/format';
import type { Speech } from '@/copy/useSpeech';

interface PriceStep {
  readonly key: string;
  readonly text: string;
  readonly offFen: number;
}

/** What both a quote and a receipt say of the price. */
interface Priced {
  readonly lines: readonly PricedLine[];
  readonly vouchers: readonly Pick<PurchaseVoucher, 'voucherId' | 'name' | 'discountFen'>[];
  readonly pointsPaid: number;
}

/** What was taken off the list price, in the order of the till's steps; empty when nothing was. */
export function priceSteps({ lines, vouchers, pointsPaid }: Priced, { copy, say }: Speech): readonly PriceStep[] {
  const words = copy.purchase;
  const offBy = (kind: 'member' | 'discountDay'): number =>
    lines.reduce((sum, line) => sum + (line.reason?.kind === kind ? line.priceOffFen : 0), 0);
  const steps: readonly PriceStep[] = [
    { key: 'member', text: words.memberPrice, offFen: offBy('member') },
    { key: 'discountDay', text: words.discountDay, offFen: offBy('discountDay') },
    ...vouchers.map(({ voucherId, name, discountFen }) => ({ key: voucherId, text: say(name), offFen: discountFen })),
    { key: 'points', text: words.pointsForCash(numberText(pointsPaid)), offFen: pointsPaid },
  ];
  return steps.filter(({ offFen }) => offFen > 0);
}

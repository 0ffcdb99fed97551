import type { PurchaseView, RefundReceipt } from '@shared/purchase/refundContract';
import type { StaffView } from '@shared/store/contract';
import type { ReactNode } from 'react';
import { moneyText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { Notice } from '@/ui/Notice';
import { SectionHead } from '@/ui/SectionHead';
import { RefundBack } from './RefundBack';
import { RefundLine } from './RefundLine';
import { useRefund } from './useRefund';

interface RefundFormProps {
  readonly purchase: PurchaseView;
  readonly staff: StaffView;
  readonly onDone: (receipt: RefundReceipt) => void;
}

/** How many units of each line come back, what that brings, and the key that refunds it. */
export function RefundForm({ purchase, staff, onDone }: RefundFormProps): ReactNode {
  const { copy, say } = useSpeech();
  const words = copy.refund;
  const { chosen, choose, chooseAll, preview, said, refund } = useRefund(purchase, onDone);
  const nameOf = (id: string): string => say(staff.categories.find((category) => category.id === id)?.name ?? { zh: id, en: id });
  const all = (
    <Button size="small" tone="tint" onPress={chooseAll}>
      {words.all}
    </Button>
  );
  return (
    <Card>
      <SectionHead title={words.back} end={all} />
      {purchase.lines.map((line, at) => (
        // Lines have no other name than their place.
        <RefundLine
          key={at}
          line={line}
          name={line.productName === null ? nameOf(line.categoryId) : say(line.productName)}
          chosen={chosen[at] ?? 0}
          onChoose={(units) => choose(at, units)}
        />
      ))}
      {preview !== null && <RefundBack receipt={preview} />}
      {said !== null && <Notice tone="refused">{said}</Notice>}
      <Button onPress={refund} disabled={preview === null}>
        {preview === null ? words.none : words.confirm(moneyText(preview.moneyFen))}
      </Button>
    </Card>
  );
}

import type { PurchaseReceipt } from '@shared/purchase/contract';
import type { PurchaseView } from '@shared/purchase/refundContract';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { moneyText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { call } from '@/platform/call';
import { useIntentKey } from '@/platform/useIntentKey';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/Notice';
import { Sheet } from '@/ui/Sheet';
import { remark } from '@/ui/toast';

interface VoidKeyProps {
  readonly purchase: PurchaseView;
  readonly onVoided: (receipt: PurchaseReceipt) => void;
}

/** Takes a whole purchase back while its shift is open; for leads, who are asked once more. */
export function VoidKey({ purchase, onVoided }: VoidKeyProps): ReactNode {
  const { copy, refusal } = useSpeech();
  const words = copy.refund;
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const { keyFor, done } = useIntentKey();
  const { purchaseId } = purchase;
  const carryOut = async (): Promise<void> => {
    const answer = await call('staff', 'purchase.void', { key: await keyFor(purchaseId), purchaseId });
    setSaid(answer.ok ? null : refusal(answer.refusal));
    if (!answer.ok) return;
    done();
    setAsking(false);
    remark(words.voided);
    onVoided(answer.value);
  };
  return (
    <>
      <Button tone="plain" onPress={() => setAsking(true)}>
        {words.void}
      </Button>
      <Sheet open={asking} title={words.void} onClose={() => setAsking(false)}>
        <View>{words.voidAsk(moneyText(purchase.payableFen))}</View>
        <View className="note">{words.voidNote}</View>
        {said !== null && <Notice tone="refused">{said}</Notice>}
        <Button onPress={carryOut}>{words.void}</Button>
        <Button tone="plain" onPress={() => setAsking(false)}>
          {copy.house.cancel}
        </Button>
      </Sheet>
    </>
  );
}

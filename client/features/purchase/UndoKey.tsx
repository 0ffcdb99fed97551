import type { PurchaseReceipt } from '@shared/purchase/contract';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { countdownText, moneyText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { call } from '@/platform/call';
import { useIntentKey } from '@/platform/useIntentKey';
import { useNow } from '@/platform/useNow';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/Notice';
import { Sheet } from '@/ui/Sheet';
import { remark } from '@/ui/toast';
import './UndoKey.scss';

interface UndoKeyProps {
  readonly receipt: PurchaseReceipt;
  readonly name: string;
  readonly onUndone: (receipt: PurchaseReceipt) => void;
}

const tickMs = 500;

/** Takes a purchase back while there is time: counts down, asks once more, then undoes it. Nothing once it is too late or done. */
export function UndoKey({ receipt, name, onUndone }: UndoKeyProps): ReactNode {
  const { copy, refusal } = useSpeech();
  const words = copy.purchase;
  const now = useNow(tickMs);
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const { keyFor, done } = useIntentKey();
  const leftMs = receipt.undoUntil - now;
  const undo = async (): Promise<void> => {
    const { purchaseId } = receipt;
    const answer = await call('staff', 'purchase.undo', { key: await keyFor(purchaseId), purchaseId });
    setSaid(answer.ok ? null : refusal(answer.refusal));
    if (!answer.ok) return;
    done();
    setAsking(false);
    remark(words.undone);
    onUndone(answer.value);
  };
  const amount = moneyText(receipt.payableFen);
  return (
    <>
      {!receipt.undone && leftMs > 0 && (
        <Button tone="tint" size="small" label={words.undoNamed(receipt.orderNo)} onPress={() => setAsking(true)}>
          {words.undoIn(countdownText(leftMs))}
        </Button>
      )}
      <Sheet open={asking} title={words.undo} onClose={() => setAsking(false)}>
        <View className="undo-key__ask">{words.undoAsk(amount, name)}</View>
        {said !== null && <Notice tone="refused">{said}</Notice>}
        <Button onPress={undo}>{words.undoDo}</Button>
        <Button tone="plain" onPress={() => setAsking(false)}>
          {copy.house.cancel}
        </Button>
      </Sheet>
    </>
  );
}

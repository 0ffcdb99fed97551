import type { PurchaseReceipt } from '@shared/purchase/contract';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { dayText, moneyText, numberText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { aria } from '@/ui/aria';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { Icon } from '@/ui/Icon';
import { priceSteps } from './priceSteps';
import { UndoKey } from './UndoKey';
import './ReceiptCard.scss';

interface ReceiptCardProps {
  readonly receipt: PurchaseReceipt;
  /** Whose purchase it was. */
  readonly name: string;
  readonly onNext: () => void;
  readonly onAgain: () => void;
  readonly onUndone: (receipt: PurchaseReceipt) => void;
}

/** Recorded: what it earned and from when, and five minutes to take it back. */
export function ReceiptCard({ receipt, name, onNext, onAgain, onUndone }: ReceiptCardProps): ReactNode {
  const speech = useSpeech();
  const { copy, language, say } = speech;
  const words = copy.purchase;
  return (
    <Card>
      <View className="receipt-card" {...aria({ role: 'status' })}>
        <View className={`receipt-card__icon ${receipt.undone ? 'receipt-card__icon--undone' : ''}`}>
          <Icon name={receipt.undone ? 'undo' : 'check'} size="large" />
        </View>
        <View className="receipt-card__title">{receipt.undone ? words.undone : words.doneTitle}</View>
        <View className="receipt-card__amount num">¥{moneyText(receipt.payableFen)}</View>
        <View className="note num">
          {name} · {copy.ledger.order(receipt.orderNo)}
        </View>
        {!receipt.undone && (
          <View className="receipt-card__points num">
            {words.donePoints(numberText(receipt.points))} · {words.doneRelease(dayText(receipt.releaseOn, language))}
          </View>
        )}
        {priceSteps(receipt, speech).map(({ key, text, offFen }) => (
          <View key={key} className="note num">
            {text} −¥{moneyText(offFen)}
          </View>
        ))}
        {receipt.gift !== null && <View className="note strong">{words.gift(say(receipt.gift.name))}</View>}
        {receipt.capped && <View className="note">{words.capped}</View>}
      </View>
      <Button onPress={onNext}>{words.next}</Button>
      <View className="row receipt-card__more">
        <Button tone="plain" size="small" onPress={onAgain}>
          {words.again}
        </Button>
        <UndoKey receipt={receipt} name={name} onUndone={onUndone} />
      </View>
    </Card>
  );
}

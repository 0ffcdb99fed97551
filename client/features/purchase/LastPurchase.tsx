import type { PurchaseReceipt } from '@shared/purchase/contract';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { moneyText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { UndoKey } from './UndoKey';
import './LastPurchase.scss';

interface LastPurchaseProps {
  readonly receipts: readonly PurchaseReceipt[] | null;
  readonly onUndone: (receipt: PurchaseReceipt) => void;
}

/** The purchase recorded before this member came, while it can still be taken back. */
export function LastPurchase({ receipts, onUndone }: LastPurchaseProps): ReactNode {
  const { copy } = useSpeech();
  const words = copy.purchase;
  const last = receipts?.find(({ undone }) => !undone);
  if (last === undefined) return null;
  const name = words.tail(last.cardTail);
  return (
    <View className="last-purchase">
      <View className="note num">{words.last(moneyText(last.payableFen), name)}</View>
      <UndoKey receipt={last} name={name} onUndone={onUndone} />
    </View>
  );
}

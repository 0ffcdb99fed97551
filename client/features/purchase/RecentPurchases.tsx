import { clockOf } from '@shared/kernel/time';
import type { PurchaseReceipt } from '@shared/purchase/contract';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { moneyText, numberText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { Card } from '@/ui/Card';
import { Empty } from '@/ui/Empty';
import { SectionHead } from '@/ui/SectionHead';
import { Bone, Skeleton } from '@/ui/Skeleton';
import { Tag } from '@/ui/Tag';
import { Trouble } from '@/ui/Trouble';
import { UndoKey } from './UndoKey';
import type { ReceiptsState } from './useReceipts';
import './RecentPurchases.scss';

interface RecentPurchasesProps {
  readonly state: ReceiptsState;
  readonly offsetMinutes: number;
  /** A purchase that is shown elsewhere already. */
  readonly except: string | null;
}

/** What this staff member recorded lately; the last ones can still be undone. */
export function RecentPurchases({ state, offsetMinutes, except }: RecentPurchasesProps): ReactNode {
  const { copy } = useSpeech();
  const { trouble, load, take } = state;
  const receipts = state.receipts?.filter(({ purchaseId }) => purchaseId !== except) ?? null;
  const words = copy.purchase;
  return (
    <Card>
      <SectionHead title={words.recent} />
      {trouble !== null && <Trouble refusal={trouble} onRetry={load} />}
      {receipts === null && trouble === null && (
        <Skeleton>
          <Bone width="full" height="number" />
          <Bone width="full" height="number" />
        </Skeleton>
      )}
      {receipts?.length === 0 && <Empty icon="statement" title={words.recentNone} note={words.recentNoneNote} />}
      {receipts?.map((receipt) => (
        <ReceiptRow key={receipt.purchaseId} receipt={receipt} offsetMinutes={offsetMinutes} onUndone={take} />
      ))}
    </Card>
  );
}

interface ReceiptRowProps {
  readonly receipt: PurchaseReceipt;
  readonly offsetMinutes: number;
  readonly onUndone: (receipt: PurchaseReceipt) => void;
}

function ReceiptRow({ receipt, offsetMinutes, onUndone }: ReceiptRowProps): ReactNode {
  const { copy } = useSpeech();
  const words = copy.purchase;
  return (
    <View className={`recent-row ${receipt.undone ? 'recent-row--undone' : ''}`}>
      <View className="grow">
        <View className="recent-row__amount num">
          ¥{moneyText(receipt.payableFen)} · {words.donePoints(numberText(receipt.points))}
        </View>
        <View className="label num">
          {clockOf(receipt.at, offsetMinutes)} · {copy.ledger.order(receipt.orderNo)} · {words.tail(receipt.cardTail)}
        </View>
      </View>
      {receipt.undone && <Tag tone="quiet">{words.undone}</Tag>}
      <UndoKey receipt={receipt} name={words.tail(receipt.cardTail)} onUndone={onUndone} />
    </View>
  );
}

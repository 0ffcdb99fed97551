import { dayOf } from '@shared/kernel/time';
import type { PurchaseView } from '@shared/purchase/refundContract';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { dayText, moneyText, momentText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { serverNow } from '@/platform/serverClock';
import { Card } from '@/ui/Card';
import { Tag } from '@/ui/Tag';

interface FoundPurchaseProps {
  readonly purchase: PurchaseView;
  readonly offsetMinutes: number;
}

/** A purchase that was looked up: what was paid where and when, and how much of it can still be refunded until when. */
export function FoundPurchase({ purchase, offsetMinutes }: FoundPurchaseProps): ReactNode {
  const { copy, say, language } = useSpeech();
  const words = copy.refund;
  const today = dayOf(serverNow(), offsetMinutes);
  return (
    <Card>
      <View className="row row--apart">
        <View className="strong num">{words.paid(moneyText(purchase.payableFen))}</View>
        {purchase.taken !== null && <Tag tone="quiet">{purchase.taken === 'void' ? words.voided : words.undone}</Tag>}
      </View>
      <View className="note num">{words.soldAt(say(purchase.shop), momentText(purchase.at, offsetMinutes, language))}</View>
      <View className="note num">
        {copy.ledger.order(purchase.orderNo)} · {copy.purchase.tail(purchase.cardTail)}
      </View>
      {purchase.taken === null && (
        <View className="note num">
          {words.left(moneyText(purchase.leftFen))} · {words.until(dayText(purchase.refundUntil, language, today))}
        </View>
      )}
    </Card>
  );
}

import { clockOf } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { moneyText, numberText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { useCell } from '@/platform/createCell';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { SectionHead } from '@/ui/SectionHead';
import { Tag } from '@/ui/Tag';
import { dismissLate, type LateItem, lateQueue } from './lateQueue';
import './LateList.scss';

/** What this phone took without network and what became of it; nothing when there is nothing. */
export function LateList({ offsetMinutes }: { readonly offsetMinutes: number }): ReactNode {
  const { copy } = useSpeech();
  const items = useCell(lateQueue);
  if (items.length === 0) return null;
  return (
    <Card>
      <SectionHead title={copy.purchaseLate.title} />
      {items.map((item) => (
        <LateRow key={item.purchase.key} item={item} offsetMinutes={offsetMinutes} />
      ))}
    </Card>
  );
}

function LateRow({ item, offsetMinutes }: { readonly item: LateItem; readonly offsetMinutes: number }): ReactNode {
  const { copy, refusal } = useSpeech();
  const words = copy.purchaseLate;
  const { purchase, state } = item;
  const mark = { waiting: <Tag tone="warn">{words.waiting}</Tag>, recorded: <Tag tone="good">{words.recorded}</Tag>, refused: null };
  return (
    <View className="late-row">
      <View className="row row--apart">
        <View className="num">
          ¥{moneyText(item.totalFen)} · {copy.ledger.order(purchase.orderNo)}
        </View>
        {mark[state]}
      </View>
      <View className="note num">
        {words.scanned(purchase.code.slice(12, 16), clockOf(purchase.scannedAt, offsetMinutes))}
        {state === 'recorded' && ` · ${copy.purchase.donePoints(numberText(item.points))}`}
      </View>
      {item.refusal !== null && (
        <View className="row row--apart">
          <View className="late-row__refused">{refusal(item.refusal)}</View>
          <Button tone="plain" size="small" onPress={() => dismissLate(purchase.key)}>
            {words.seen}
          </Button>
        </View>
      )}
    </View>
  );
}

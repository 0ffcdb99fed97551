import type { PurchaseReceipt, VisitView } from '@shared/purchase/contract';
import type { StaffView } from '@shared/store/contract';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { moneyText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { useHardKeys } from '@/platform/useHardKeys';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { Field } from '@/ui/Field';
import { Keypad } from '@/ui/Keypad';
import { Notice } from '@/ui/Notice';
import type { AmountKey } from './amountDigits';
import { BasketList } from './BasketList';
import { CategoryChips } from './CategoryChips';
import { QuoteCard } from './QuoteCard';
import { useEntered } from './useEntered';
import { useQuote } from './useQuote';
import './PurchaseForm.scss';

interface PurchaseFormProps {
  readonly visit: VisitView;
  readonly staff: StaffView;
  readonly onDone: (receipt: PurchaseReceipt) => void;
}

const orderNoPattern = /^[0-9A-Za-z._-]{1,32}$/;
const orderNoMax = 32;
const amountKey = /^(\d|\.|delete)$/;

/** What was bought, by product and by category, priced as soon as it stands still, the receipt's number, and the key that records it. */
export function PurchaseForm({ visit, staff, onDone }: PurchaseFormProps): ReactNode {
  const { copy } = useSpeech();
  const words = copy.purchase;
  const { amounts, basket, lines, totalFen, clear } = useEntered(staff.categories);
  const [orderNo, setOrderNo] = useState('');
  useHardKeys((key) => amountKey.test(key) && amounts.press(key as AmountKey));
  const state = useQuote(visit.visitId, lines, (receipt) => {
    clear();
    setOrderNo('');
    onDone(receipt);
  });
  const { quote, said } = state;
  const due = moneyText(state.shown?.payableFen ?? totalFen);
  const ready = quote !== null && orderNoPattern.test(orderNo);
  const missing = totalFen === 0 ? words.needAmount : quote === null && said === null ? words.pricing : words.needOrder;
  return (
    <View className="purchase-form">
      <View>
        <Card>
          <View className="row row--apart row--base">
            <View className="note">{words.due}</View>
            <View className="purchase-form__total num">¥{due}</View>
          </View>
          <CategoryChips categories={staff.categories} amounts={amounts} />
          <BasketList basket={basket} />
          <QuoteCard state={state} />
        </Card>
        <Card>
          <Field label={words.orderNo} hint={words.orderNoHint} value={orderNo} onChange={setOrderNo} lengthMax={orderNoMax} />
          {said !== null && <Notice tone="refused">{said}</Notice>}
          <Button onPress={() => state.confirm(orderNo)} disabled={!ready}>
            {ready ? words.confirmAmount(due) : missing}
          </Button>
        </Card>
      </View>
      <Keypad label={words.due} onKey={amounts.press} />
    </View>
  );
}

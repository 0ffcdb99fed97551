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
import { CategoryChips } from './CategoryChips';
import { Expected } from './Expected';
import { useAmounts } from './useAmounts';
import { useConfirm } from './useConfirm';
import './PurchaseForm.scss';

interface PurchaseFormProps {
  readonly visit: VisitView;
  readonly staff: StaffView;
  readonly onDone: (receipt: PurchaseReceipt) => void;
}

const orderNoPattern = /^[0-9A-Za-z._-]{1,32}$/;
const orderNoMax = 32;
const amountKey = /^(\d|\.|delete)$/;

/** What was bought: amounts by category, the receipt's number, what it will earn, and the one key that records it. */
export function PurchaseForm({ visit, staff, onDone }: PurchaseFormProps): ReactNode {
  const { copy } = useSpeech();
  const words = copy.purchase;
  const amounts = useAmounts(staff.categories);
  const [orderNo, setOrderNo] = useState('');
  const { said, confirm } = useConfirm((receipt) => {
    amounts.clear();
    setOrderNo('');
    onDone(receipt);
  });
  useHardKeys((key) => {
    if (amountKey.test(key)) amounts.press(key as AmountKey);
  });
  const { lines, totalFen } = amounts;
  const ready = totalFen > 0 && orderNoPattern.test(orderNo);
  const record = (): Promise<void> => confirm({ visitId: visit.visitId, orderNo, lines: [...lines] });
  return (
    <View className="purchase-form">
      <View>
        <Card>
          <View className="row row--apart row--base">
            <View className="note">{words.due}</View>
            <View className="purchase-form__total num">¥{moneyText(totalFen)}</View>
          </View>
          <CategoryChips categories={staff.categories} amounts={amounts} />
          <Expected lines={lines} visit={visit} staff={staff} />
        </Card>
        <Card>
          <Field label={words.orderNo} hint={words.orderNoHint} value={orderNo} onChange={setOrderNo} lengthMax={orderNoMax} />
          {said !== null && <Notice tone="refused">{said}</Notice>}
          <Button onPress={record} disabled={!ready}>
            {ready ? words.confirmAmount(moneyText(totalFen)) : totalFen === 0 ? words.needAmount : words.needOrder}
          </Button>
        </Card>
      </View>
      <Keypad label={words.due} onKey={amounts.press} />
    </View>
  );
}

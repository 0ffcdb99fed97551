import { clockOf } from '@shared/kernel/time';
import type { StaffView } from '@shared/store/contract';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { moneyText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { newKey } from '@/platform/newKey';
import { useHardKeys } from '@/platform/useHardKeys';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { Field } from '@/ui/Field';
import { Keypad } from '@/ui/Keypad';
import { Notice } from '@/ui/Notice';
import type { AmountKey } from './amountDigits';
import { CategoryChips } from './CategoryChips';
import { queueLate } from './lateQueue';
import { useAmounts } from './useAmounts';

/** A member code scanned without network. */
export interface LateScan {
  readonly code: string;
  readonly scannedAt: number;
}

interface LateFormProps {
  readonly scan: LateScan;
  readonly staff: StaffView;
  readonly onDone: () => void;
}

const orderNoPattern = /^[0-9A-Za-z._-]{1,32}$/;
const orderNoMax = 32;
const amountKey = /^(\d|\.|delete)$/;
const tailOf = (code: string): string => code.slice(12, 16);

/** What was bought while there is no network: amounts and the receipt's number, kept on this phone until it can be sent. */
export function LateForm({ scan, staff, onDone }: LateFormProps): ReactNode {
  const { copy } = useSpeech();
  const words = { ...copy.purchase, ...copy.purchaseLate };
  const amounts = useAmounts(staff.categories);
  const [orderNo, setOrderNo] = useState('');
  const [full, setFull] = useState(false);
  const scanned = words.scanned(tailOf(scan.code), clockOf(scan.scannedAt, staff.offsetMinutes));
  const { lines, totalFen, press } = amounts;
  useHardKeys((key) => amountKey.test(key) && press(key as AmountKey));
  const tooMuch = totalFen > staff.lateMaxFen;
  const wrong = tooMuch ? words.tooMuch(moneyText(staff.lateMaxFen)) : full ? words.phoneFull : null;
  const ready = totalFen > 0 && !tooMuch && orderNoPattern.test(orderNo);
  const record = async (): Promise<void> => {
    const purchase = { key: await newKey(), ...scan, orderNo, lines: [...lines] };
    const queued = queueLate({ purchase, staffId: staff.staffId, totalFen, state: 'waiting', points: 0, refusal: null });
    if (queued) onDone();
    else setFull(true);
  };
  return (
    <View className="purchase-form">
      <View>
        <Card>
          <View className="row row--apart row--base">
            <View className="note num">{scanned}</View>
            <View className="purchase-form__total num">¥{moneyText(totalFen)}</View>
          </View>
          <CategoryChips categories={staff.categories} amounts={amounts} />
        </Card>
        <Card>
          <Field label={words.orderNo} hint={words.orderNoHint} value={orderNo} onChange={setOrderNo} lengthMax={orderNoMax} />
          {wrong !== null && <Notice tone="refused">{wrong}</Notice>}
          <Button onPress={record} disabled={!ready}>
            {ready ? words.keep(moneyText(totalFen)) : totalFen === 0 ? words.needAmount : words.needOrder}
          </Button>
        </Card>
      </View>
      <Keypad label={words.due} onKey={press} />
    </View>
  );
}

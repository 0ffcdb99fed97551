import type { PurchaseView, RefundReceipt } from '@shared/purchase/refundContract';
import type { StaffView } from '@shared/store/contract';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { moneyText, momentText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { FoundPurchase } from '@/features/purchase/FoundPurchase';
import { RefundBack } from '@/features/purchase/RefundBack';
import { RefundForm } from '@/features/purchase/RefundForm';
import { useFoundPurchases } from '@/features/purchase/useFoundPurchases';
import { VoidKey } from '@/features/purchase/VoidKey';
import { buzz } from '@/platform/buzz';
import { scanCode } from '@/platform/scan';
import { aria } from '@/ui/aria';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { Empty } from '@/ui/Empty';
import { Field } from '@/ui/Field';
import { ListRow } from '@/ui/ListRow';
import { Notice } from '@/ui/Notice';
import { SectionHead } from '@/ui/SectionHead';
import { decline } from '@/ui/toast';
import './index.scss';

const orderNoPattern = /^[0-9A-Za-z._-]{1,32}$/;
const orderNoMax = 32;

/** From a receipt's number to money handed back. */
export function RefundDesk({ staff }: { readonly staff: StaffView }): ReactNode {
  const words = useSpeech().copy.refund;
  const [orderNo, setOrderNo] = useState('');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [done, setDone] = useState<RefundReceipt | null>(null);
  const { found, said, find, forget } = useFoundPurchases();
  const look = async (number: string): Promise<void> => {
    setChosenId(null);
    setDone(null);
    await find(number);
  };
  const another = (): void => {
    setOrderNo('');
    setDone(null);
    forget();
  };
  if (done !== null) return <Done receipt={done} onAnother={another} />;
  const chosen = found?.length === 1 ? found[0] : found?.find(({ purchaseId }) => purchaseId === chosenId);
  return (
    <View className="refund-desk">
      <FindCard orderNo={orderNo} said={said} onType={setOrderNo} onFind={look} />
      <View>
        {found === null && said === null && <Empty icon="undo" title={words.start} note={words.startNote} />}
        {found !== null && chosen === undefined && <Choice found={found} staff={staff} onChoose={setChosenId} />}
        {chosen !== undefined && <Chosen purchase={chosen} staff={staff} onDone={setDone} onVoided={() => void look(orderNo)} />}
      </View>
    </View>
  );
}

interface FindCardProps {
  readonly orderNo: string;
  readonly said: string | null;
  readonly onType: (orderNo: string) => void;
  readonly onFind: (orderNo: string) => Promise<void>;
}

/** A receipt's number, typed, or taken from the receipt's code. */
function FindCard({ orderNo, said, onType, onFind }: FindCardProps): ReactNode {
  const words = useSpeech().copy.refund;
  const complete = orderNoPattern.test(orderNo);
  const find = (): Promise<void> => onFind(orderNo);
  const scan = async (): Promise<void> => {
    const text = (await scanCode())?.trim();
    if (text === undefined) return;
    buzz();
    if (!orderNoPattern.test(text)) {
      decline(words.notReceipt);
      return;
    }
    onType(text);
    await onFind(text);
  };
  return (
    <Card>
      <Field
        label={words.finding}
        hint={words.findHint}
        value={orderNo}
        onChange={onType}
        lengthMax={orderNoMax}
        onConfirm={() => complete && void find()}
      />
      {said !== null && <Notice tone="refused">{said}</Notice>}
      <Button onPress={find} disabled={!complete}>
        {words.find}
      </Button>
      <Button tone="tint" onPress={scan}>
        {words.scan}
      </Button>
    </Card>
  );
}

interface ChoiceProps {
  readonly found: readonly PurchaseView[];
  readonly staff: StaffView;
  readonly onChoose: (purchaseId: string) => void;
}

function Choice({ found, staff, onChoose }: ChoiceProps): ReactNode {
  const { copy, say, language } = useSpeech();
  const words = copy.refund;
  return (
    <Card>
      <SectionHead title={words.choose} />
      {found.map((purchase) => (
        <ListRow
          key={purchase.purchaseId}
          title={words.paid(moneyText(purchase.payableFen))}
          note={words.soldAt(say(purchase.shop), momentText(purchase.at, staff.offsetMinutes, language))}
          onPress={() => onChoose(purchase.purchaseId)}
        />
      ))}
    </Card>
  );
}

interface ChosenProps {
  readonly purchase: PurchaseView;
  readonly staff: StaffView;
  readonly onDone: (receipt: RefundReceipt) => void;
  readonly onVoided: () => void;
}

function Chosen({ purchase, staff, onDone, onVoided }: ChosenProps): ReactNode {
  const words = useSpeech().copy.refund;
  const left = purchase.lines.some((line) => line.unitsLeft > 0);
  return (
    <>
      <FoundPurchase purchase={purchase} offsetMinutes={staff.offsetMinutes} />
      {purchase.taken === null && !left && <Notice tone="good">{words.empty}</Notice>}
      {purchase.taken === null && left && <RefundForm key={formKey(purchase)} purchase={purchase} staff={staff} onDone={onDone} />}
      {canVoid(purchase, staff) && <VoidKey purchase={purchase} onVoided={onVoided} />}
    </>
  );
}

/** Another state of the same purchase begins a fresh form. */
function formKey({ purchaseId, refunds }: PurchaseView): string {
  return `${purchaseId}:${refunds}`;
}

function canVoid({ taken, refunds, shopId }: PurchaseView, { roles, shop }: StaffView): boolean {
  return roles.includes('lead') && taken === null && refunds === 0 && shopId === shop.id;
}

function Done({ receipt, onAnother }: { readonly receipt: RefundReceipt; readonly onAnother: () => void }): ReactNode {
  const words = useSpeech().copy.refund;
  return (
    <Card className="refund-done">
      <View {...aria({ role: 'status' })}>
        <Notice tone="good">
          {words.done} · {words.doneNote(moneyText(receipt.moneyFen))}
        </Notice>
        <RefundBack receipt={receipt} />
      </View>
      <Button onPress={onAnother}>{words.another}</Button>
    </Card>
  );
}

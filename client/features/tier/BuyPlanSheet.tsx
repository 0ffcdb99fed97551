import type { Day } from '@shared/kernel/time';
import type { PlanBuying, PlanView } from '@shared/tier/paidCardContract';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { dayText, moneyText, numberText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { call } from '@/platform/call';
import { paysInSandbox } from '@/platform/payTicket';
import { useIntentKey } from '@/platform/useIntentKey';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/Notice';
import { Segmented } from '@/ui/Segmented';
import { Sheet } from '@/ui/Sheet';
import './BuyPlanSheet.scss';

interface BuyPlanSheetProps {
  /** Null when the sheet is closed. */
  readonly plan: PlanView | null;
  readonly takesMoney: boolean;
  readonly available: number;
  /** The end to which it is added; null when it begins today. */
  readonly until: Day | null;
  readonly onClose: () => void;
  /** The order was made, and paid if it was paid in points. */
  readonly onBought: (bought: PlanBuying) => Promise<void>;
}

type By = 'money' | 'points';

/** Says what is bought and from when, asks how it is paid, and makes the order. */
export function BuyPlanSheet({ plan, onClose, ...rest }: BuyPlanSheetProps): ReactNode {
  const { copy, say } = useSpeech();
  return (
    <Sheet open={plan !== null} title={plan === null ? '' : copy.paidCard.ask(say(plan.name))} onClose={onClose}>
      {plan !== null && <BuyPlan key={plan.id} plan={plan} {...rest} />}
    </Sheet>
  );
}

type BuyPlanProps = Omit<BuyPlanSheetProps, 'plan' | 'onClose'> & { readonly plan: PlanView };

function BuyPlan({ plan, takesMoney, available, until, onBought }: BuyPlanProps): ReactNode {
  const { copy, language, refusal } = useSpeech();
  const words = copy.paidCard;
  const priceFen = takesMoney ? plan.priceFen : null;
  const [by, setBy] = useState<By>(priceFen === null ? 'points' : 'money');
  const [said, setSaid] = useState<string | null>(null);
  const { keyFor, done } = useIntentKey();
  const points = plan.points ?? 0;
  const short = by === 'points' && points > available;
  const buy = async (): Promise<void> => {
    const answer = await call('member', 'paidCard.buy', { key: await keyFor([plan.id, by]), planId: plan.id, by });
    setSaid(answer.ok ? null : refusal(answer.refusal));
    if (!answer.ok) return;
    done();
    await onBought(answer.value);
  };
  const from = until === null ? words.fromToday : words.fromThen(dayText(until, language));
  const price = by === 'money' ? words.pay(moneyText(priceFen ?? 0)) : words.payPoints(numberText(points));
  return (
    <>
      <View className="buy-plan__part">{words.terms(plan.days, from)}</View>
      {priceFen !== null && plan.points !== null && (
        <View className="buy-plan__part">
          <PayBy by={by} priceFen={priceFen} points={points} onChange={setBy} />
        </View>
      )}
      <View className="note buy-plan__part">{words.rules}</View>
      {by === 'money' && paysInSandbox && <View className="label buy-plan__part">{words.sandbox}</View>}
      {said !== null && <Notice tone="refused">{said}</Notice>}
      <Button disabled={short} onPress={buy}>
        {short ? copy.reward.short(numberText(points - available)) : price}
      </Button>
    </>
  );
}

interface PayByProps {
  readonly by: By;
  readonly priceFen: number;
  readonly points: number;
  readonly onChange: (by: By) => void;
}

function PayBy({ by, priceFen, points, onChange }: PayByProps): ReactNode {
  const words = useSpeech().copy.paidCard;
  const options = [
    { value: 'money', text: words.byMoney(moneyText(priceFen)) },
    { value: 'points', text: words.byPoints(numberText(points)) },
  ] as const;
  return <Segmented<By> label={words.payBy} value={by} onChange={onChange} options={options} />;
}

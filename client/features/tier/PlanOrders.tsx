import type { Day } from '@shared/kernel/time';
import type { PlanOrderView } from '@shared/tier/paidCardContract';
import { View } from '@tarojs/components';
import { Fragment, type ReactNode } from 'react';
import { dayText, moneyText, numberText } from '@/copy/format';
import { type Speech, useSpeech } from '@/copy/useSpeech';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { ListRow } from '@/ui/ListRow';
import { SectionHead } from '@/ui/SectionHead';
import { Tag } from '@/ui/Tag';
import './PlanOrders.scss';

const toneOf = { pending: 'warn', closed: 'quiet', paid: 'good', refunding: 'warn', refunded: 'quiet' } as const;

interface PlanOrdersProps {
  readonly orders: readonly PlanOrderView[];
  readonly today: Day;
  readonly onCheck: (order: PlanOrderView) => Promise<void>;
  readonly onGiveUp: (order: PlanOrderView) => Promise<void>;
}

/** The latest orders with what became of them; one that waits for its money can be looked up, or given up. */
export function PlanOrders({ orders, today, onCheck, onGiveUp }: PlanOrdersProps): ReactNode {
  const speech = useSpeech();
  const words = speech.copy.paidCard;
  return (
    <Card>
      <SectionHead title={words.orders} />
      {orders.map((order) => (
        <Fragment key={order.orderId}>
          <ListRow
            title={`${speech.say(order.name)} · ${sumText(order, speech)}`}
            note={noteOf(order, today, speech)}
            end={<Tag tone={toneOf[order.state]}>{words.states[order.state]}</Tag>}
          />
          {order.state === 'pending' && (
            <View className="plan-orders__acts">
              <Button size="small" tone="tint" onPress={() => onCheck(order)}>
                {words.check}
              </Button>
              <Button size="small" tone="plain" onPress={() => onGiveUp(order)}>
                {words.giveUp}
              </Button>
            </View>
          )}
        </Fragment>
      ))}
    </Card>
  );
}

function sumText({ by, priceFen, points }: Pick<PlanOrderView, 'by' | 'priceFen' | 'points'>, { copy }: Speech): string {
  return by === 'money' ? copy.paidCard.yuan(moneyText(priceFen)) : copy.paidCard.byPoints(numberText(points));
}

function noteOf({ by, period, refund, state }: PlanOrderView, today: Day, speech: Speech): string {
  const { copy, language } = speech;
  const words = copy.paidCard;
  const day = (on: Day): string => dayText(on, language, today);
  const parts = [
    state === 'pending' ? words.pendingNote : null,
    period === null ? null : words.span(day(period.from), day(period.endsOn)),
    refund === null ? null : words.back(sumText({ by, priceFen: refund.fen, points: refund.points }, speech)),
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

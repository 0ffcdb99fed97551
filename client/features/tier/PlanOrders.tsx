import type { Day } from '@shared/kernel/time';
import type { PlanOrderView } from '@shared/tier/paidCardContract';
import type { ReactNode } from 'react';
import { dayText, moneyText, numberText } from '@/copy/format';
import { type Speech, useSpeech } from '@/copy/useSpeech';
import { Card } from '@/ui/Card';
import { ListRow } from '@/ui/ListRow';
import { SectionHead } from '@/ui/SectionHead';
import { Tag } from '@/ui/Tag';

const toneOf = { pending: 'warn', closed: 'quiet', paid: 'good', refunding: 'warn', refunded: 'quiet' } as const;

/** The latest orders with what became of them. */
export function PlanOrders({ orders, today }: { readonly orders: readonly PlanOrderView[]; readonly today: Day }): ReactNode {
  const speech = useSpeech();
  const words = speech.copy.paidCard;
  return (
    <Card>
      <SectionHead title={words.orders} />
      {orders.map((order) => (
        <ListRow
          key={order.orderId}
          title={`${speech.say(order.name)} · ${sumText(order, speech)}`}
          note={noteOf(order, today, speech)}
          end={<Tag tone={toneOf[order.state]}>{words.states[order.state]}</Tag>}
        />
      ))}
    </Card>
  );
}

function sumText({ by, priceFen, points }: Pick<PlanOrderView, 'by' | 'priceFen' | 'points'>, { copy }: Speech): string {
  return by === 'money' ? copy.paidCard.yuan(moneyText(priceFen)) : copy.paidCard.byPoints(numberText(points));
}

function noteOf({ by, period, refund }: PlanOrderView, today: Day, speech: Speech): string {
  const { copy, language } = speech;
  const words = copy.paidCard;
  const day = (on: Day): string => dayText(on, language, today);
  const parts = [
    period === null ? null : words.span(day(period.from), day(period.endsOn)),
    refund === null ? null : words.back(sumText({ by, priceFen: refund.fen, points: refund.points }, speech)),
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

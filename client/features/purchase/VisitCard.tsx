import { clockOf } from '@shared/kernel/time';
import type { VisitView } from '@shared/purchase/contract';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { numberText, timesText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { aria } from '@/ui/aria';
import { Avatar } from '@/ui/Avatar';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { Tag } from '@/ui/Tag';
import './VisitCard.scss';

interface VisitCardProps {
  readonly visit: VisitView;
  readonly offsetMinutes: number;
  readonly onChange: () => void;
}

const timesOne = 100;

/** A fact stays on one line: its blanks do not break. */
const unbroken = (text: string): string => text.replace(/ /g, '\u00a0');

/** Who stands at the till: name, tier and three facts. */
export function VisitCard({ visit, offsetMinutes, onChange }: VisitCardProps): ReactNode {
  const { copy, say } = useSpeech();
  const words = copy.purchase;
  const name = visit.nickname === '' ? words.customer : visit.nickname;
  const { tier } = visit;
  const facts = [words.facts(numberText(visit.available)), ...(visit.pending > 0 ? [words.factsPending(numberText(visit.pending))] : [])];
  const standing = [words.tail(visit.cardTail), words.untilClock(clockOf(visit.endsAt, offsetMinutes))];
  return (
    <Card>
      <View className="visit-card">
        <View className={`visit-card__face face--${visit.face}`} {...aria({ hidden: true })}>
          <Avatar url={visit.avatarUrl} name={name} />
        </View>
        <View className="grow">
          <View className="row visit-card__line">
            <View className="visit-card__name" {...aria({ role: 'heading', level: 2 })}>
              {name}
            </View>
            <Tag>{tier.multiplier === timesOne ? say(tier.name) : `${say(tier.name)} ${words.times(timesText(tier.multiplier))}`}</Tag>
            {visit.paidCard !== null && <Tag tone="warn">{say(visit.paidCard)}</Tag>}
          </View>
          <View className="note num">{facts.map(unbroken).join(' · ')}</View>
          <View className="label num">{standing.map(unbroken).join(' · ')}</View>
        </View>
        <Button tone="tint" size="small" onPress={onChange}>
          {words.change}
        </Button>
      </View>
    </Card>
  );
}

import type { TierOverview } from '@shared/tier/contract';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { dayText, numberText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { Card } from '@/ui/Card';
import { ListRow } from '@/ui/ListRow';
import { SectionHead } from '@/ui/SectionHead';
import { Tag } from '@/ui/Tag';

/** The ladder by lifetime points: what was reached and when, and how much the next step still takes. */
export function LadderCard({ overview }: { readonly overview: TierOverview }): ReactNode {
  const { copy, say, language } = useSpeech();
  const words = copy.tier.ladder;
  const { ladder, lifetimePoints, today } = overview;
  if (ladder.length === 0) return null;
  return (
    <Card>
      <SectionHead title={words.title} end={<View className="num">{words.sum(numberText(lifetimePoints))}</View>} />
      {ladder.map(({ points, benefit, reachedOn }) => (
        <ListRow
          key={points}
          icon="star"
          title={say(benefit)}
          note={words.at(numberText(points))}
          end={
            reachedOn === null ? (
              <Tag tone="quiet">{words.missing(numberText(Math.max(0, points - lifetimePoints)))}</Tag>
            ) : (
              <Tag tone="good">{words.reached(dayText(reachedOn, language, today))}</Tag>
            )
          }
        />
      ))}
    </Card>
  );
}

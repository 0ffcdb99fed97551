import type { TierOverview, TierChangeView } from '@shared/tier/contract';
import type { TierId } from '@shared/tier/types';
import type { ReactNode } from 'react';
import { dayText, numberText } from '@/copy/format';
import { type Speech, useSpeech } from '@/copy/useSpeech';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { ListRow } from '@/ui/ListRow';
import { SectionHead } from '@/ui/SectionHead';
import { Tag } from '@/ui/Tag';

interface TierHistoryProps {
  readonly overview: TierOverview;
  readonly hasMore: boolean;
  readonly onMore: () => Promise<void>;
}

/** Every change of tier with its day and reason, newest first. */
export function TierHistory({ overview, hasMore, onMore }: TierHistoryProps): ReactNode {
  const speech = useSpeech();
  const words = speech.copy.tier;
  const { changes, tiers, today } = overview;
  const nameOf = (id: TierId): string => {
    const name = tiers.find((tier) => tier.id === id)?.name;
    return name === undefined ? id : speech.say(name);
  };
  return (
    <Card>
      <SectionHead title={words.history} />
      {changes.length === 0 && <ListRow title={words.historyNone} note={words.historyNoneNote} />}
      {changes.map((change) => (
        <ListRow
          key={change.n}
          title={words.step(nameOf(change.from), nameOf(change.to))}
          note={reasonOf(change, speech)}
          end={<Tag tone="quiet">{dayText(change.day, speech.language, today)}</Tag>}
        />
      ))}
      {hasMore && (
        <Button tone="plain" onPress={onMore}>
          {speech.copy.house.more}
        </Button>
      )}
    </Card>
  );
}

function reasonOf({ reason, score }: TierChangeView, { copy }: Speech): string {
  return copy.tier.reasons[reason](numberText(score));
}

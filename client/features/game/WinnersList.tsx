import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { momentText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { Empty } from '@/ui/Empty';
import { ListRow } from '@/ui/ListRow';
import { Bone, Skeleton } from '@/ui/Skeleton';
import { Trouble } from '@/ui/Trouble';
import { useWinners } from './useWinners';

interface WinnersListProps {
  readonly poolId: string;
  readonly offsetMinutes: number;
}

/** Who won what, newest first, names masked. */
export function WinnersList({ poolId, offsetMinutes }: WinnersListProps): ReactNode {
  const { copy, say, language } = useSpeech();
  const words = copy.gameDraw.winners;
  const { page, trouble, load } = useWinners(poolId);
  if (trouble !== null) return <Trouble refusal={trouble} onRetry={() => load(page)} />;
  if (page === null) {
    return (
      <Card>
        <Skeleton>
          {[1, 2, 3, 4].map((place) => (
            <Bone key={place} width="full" height="number" />
          ))}
        </Skeleton>
      </Card>
    );
  }
  if (page.winners.length === 0) return <Empty icon="star" title={words.none} note={words.noneNote} />;
  return (
    <>
      <Card>
        {page.winners.map(({ mask, prize, at }, place) => (
          <ListRow key={`${at}-${place}`} icon="star" title={say(prize)} note={`${mask} · ${momentText(at, offsetMinutes, language)}`} />
        ))}
      </Card>
      {page.next !== null && (
        <Button tone="plain" onPress={() => load(page)}>
          {copy.house.more}
        </Button>
      )}
      <View className="note">{words.note}</View>
    </>
  );
}

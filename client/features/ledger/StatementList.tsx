import { type Day, dayOf, monthOf } from '@shared/kernel/time';
import type { StatementLine } from '@shared/ledger/contract';
import { View } from '@tarojs/components';
import { type ReactNode, useEffect } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { Empty } from '@/ui/Empty';
import { SectionHead } from '@/ui/SectionHead';
import { Bone, Skeleton } from '@/ui/Skeleton';
import { Trouble } from '@/ui/Trouble';
import { StatementRow } from './StatementRow';
import { useStatement } from './useStatement';

interface StatementListProps {
  readonly today: Day;
  readonly offsetMinutes: number;
  /** The next useful act for somebody without any points yet. */
  readonly emptyAct: ReactNode;
}

function byMonth(lines: readonly StatementLine[], offsetMinutes: number): readonly (readonly [string, readonly StatementLine[]])[] {
  const months = new Map<string, StatementLine[]>();
  for (const line of lines) {
    const month = monthOf(dayOf(line.at, offsetMinutes));
    months.set(month, [...(months.get(month) ?? []), line]);
  }
  return [...months];
}

/** The statement: entries by month, newest first. */
export function StatementList({ today, offsetMinutes, emptyAct }: StatementListProps): ReactNode {
  const { copy } = useSpeech();
  const { lines, hasMore, trouble, load, loadMore } = useStatement();
  useEffect(() => void load(), [load]);
  const words = copy.ledger;
  if (lines === null) return trouble === null ? <StatementBones /> : <Trouble refusal={trouble} onRetry={load} />;
  if (lines.length === 0) {
    return (
      <Empty icon="statement" title={words.none} note={words.noneNote}>
        {emptyAct}
      </Empty>
    );
  }
  return (
    <>
      {byMonth(lines, offsetMinutes).map(([month, entries]) => (
        <Card key={month}>
          <SectionHead title={words.month(Number(month.slice(0, 4)), Number(month.slice(5)))} />
          {entries.map((line) => (
            <StatementRow key={line.id} line={line} today={today} offsetMinutes={offsetMinutes} />
          ))}
        </Card>
      ))}
      {trouble !== null && <Trouble refusal={trouble} onRetry={hasMore ? loadMore : load} />}
      {hasMore && trouble === null && (
        <Button tone="plain" onPress={loadMore}>
          {copy.house.more}
        </Button>
      )}
      {!hasMore && <View className="statement-end label">{words.end}</View>}
    </>
  );
}

function StatementBones(): ReactNode {
  return (
    <Card>
      <Skeleton>
        {[1, 2, 3, 4, 5].map((place) => (
          <Bone key={place} width="full" height="number" />
        ))}
      </Skeleton>
    </Card>
  );
}

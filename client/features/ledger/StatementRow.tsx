import type { Day } from '@shared/kernel/time';
import { dayOf } from '@shared/kernel/time';
import type { StatementLine } from '@shared/ledger/contract';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { dayText, deltaText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { entryDetail, entryPoints, entryTitle } from './entryText';
import './StatementRow.scss';

interface StatementRowProps {
  readonly line: StatementLine;
  readonly today: Day;
  readonly offsetMinutes: number;
}

/** One entry: why, which order, when it may be spent or lapses, and by how much. */
export function StatementRow({ line, today, offsetMinutes }: StatementRowProps): ReactNode {
  const speech = useSpeech();
  const points = entryPoints(line);
  const pending = line.pendingDelta > 0;
  const detail = entryDetail(line, today, speech);
  const tone = line.kind === 'release' || pending ? 'quiet' : points > 0 ? 'plus' : 'minus';
  return (
    <View className="statement-row">
      <View className="grow">
        <View>{entryTitle(line, speech)}</View>
        <View className="label">
          {dayText(dayOf(line.at, offsetMinutes), speech.language, today)}
          {detail === '' ? '' : ` · ${detail}`}
        </View>
      </View>
      <View className="statement-row__end">
        <View className={`statement-row__points statement-row__points--${tone} num`}>{deltaText(points)}</View>
        {pending && <View className="label">{speech.copy.ledger.pendingTag}</View>}
      </View>
    </View>
  );
}

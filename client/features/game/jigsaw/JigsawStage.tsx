import type { JigsawView } from '@shared/game/jigsaw/contract';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { WonHead } from '../WonHead';
import { clockText } from './clockText';
import { JigsawIntro } from './JigsawIntro';
import { JigsawPlay } from './JigsawPlay';
import { LeadersCard } from './LeadersCard';
import type { Jigsawing } from './useJigsaw';
import './Jigsaw.scss';

interface JigsawStageProps {
  readonly view: JigsawView;
  readonly jigsaw: Jigsawing;
}

/** Where a jigsaw stands: its rules, the board, or how it was solved; the day's best below. */
export function JigsawStage({ view, jigsaw }: JigsawStageProps): ReactNode {
  const words = useSpeech().copy.gameJigsaw;
  const { attempt, receipt, moves } = jigsaw;
  const more = view.open && (view.mine?.attemptsToday ?? 0) < view.perDay;
  return (
    <>
      {receipt !== null ? (
        <Card>
          <WonHead won={receipt.given !== null} title={words.solved} given={receipt.given ?? { points: 0, chances: 0 }} />
          <View className="jigsaw__score num">{words.score(clockText(receipt.ms), receipt.moves)}</View>
          {receipt.given === null && <View className="jigsaw__score note">{words.rewardedBefore}</View>}
          <Button tone="tint" disabled={!more} onPress={jigsaw.deal}>
            {more ? words.again : words.used}
          </Button>
        </Card>
      ) : attempt === null ? (
        <JigsawIntro view={view} onBegin={jigsaw.deal} />
      ) : (
        <JigsawPlay key={attempt.attemptId} view={view} jigsaw={jigsaw} attempt={attempt} moves={moves.length} />
      )}
      <LeadersCard leaders={view.leaders} />
    </>
  );
}

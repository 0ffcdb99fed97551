import type { FestivalPage } from '@shared/game/riddle/contract';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { dayText, numberText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { Empty } from '@/ui/Empty';
import { SectionHead } from '@/ui/SectionHead';
import { RiddleRow } from './RiddleRow';
import { RiddleSheet } from './RiddleSheet';
import type { Riddling } from './useRiddles';
import './Riddle.scss';

interface RiddleWallProps {
  readonly festival: FestivalPage;
  readonly riddles: Riddling;
}

/** The wall of a festival: every riddle as a slip under its lantern, and the sheet in which one is guessed. */
export function RiddleWall({ festival, riddles }: RiddleWallProps): ReactNode {
  const { copy, language } = useSpeech();
  const words = copy.gameRiddle;
  const [chosen, setChosen] = useState<string | null>(null);
  const { from, to, solved, riddlesInAll, next } = festival;
  const riddle = festival.riddles.find(({ id }) => id === chosen);
  const following = riddle && festival.riddles.find(({ place, state }) => place > riddle.place && state === 'open');
  return (
    <>
      <Card tone="night">
        <SectionHead title={words.solved(solved ?? 0, riddlesInAll)} />
        <View className="riddle__night num">{copy.gameQuiz.until(dayText(from, language), dayText(to, language))}</View>
        <View className="riddle__night">{words.rules(festival.tries, numberText(festival.hintPoints))}</View>
      </Card>
      {riddlesInAll === 0 && (
        <Card>
          <Empty icon="lantern" title={words.empty} note={words.emptyNote} />
        </Card>
      )}
      {festival.riddles.map((each) => (
        <RiddleRow key={each.id} riddle={each} onPress={() => setChosen(each.id)} />
      ))}
      {next !== null && (
        <Button tone="tint" onPress={riddles.more}>
          {words.more}
        </Button>
      )}
      <RiddleSheet
        key={chosen ?? 'none'}
        riddle={riddle ?? null}
        hintPoints={festival.hintPoints}
        canGuess={festival.open && solved !== null}
        riddles={riddles}
        onClose={() => setChosen(null)}
        onNext={following === undefined ? null : () => setChosen(following.id)}
      />
    </>
  );
}

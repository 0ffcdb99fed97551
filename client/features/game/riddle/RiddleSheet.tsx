import type { RiddleView } from '@shared/game/riddle/contract';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/Notice';
import { Sheet } from '@/ui/Sheet';
import { WonHead } from '../WonHead';
import { GuessForm } from './GuessForm';
import type { Riddling } from './useRiddles';
import './Riddle.scss';

interface RiddleSheetProps {
  /** The riddle that is looked at; null when the sheet is closed. */
  readonly riddle: RiddleView | null;
  readonly hintPoints: number;
  readonly canGuess: boolean;
  readonly riddles: Riddling;
  readonly onClose: () => void;
  /** Null after the last open one. */
  readonly onNext: (() => void) | null;
}

/** One riddle: guessed here, with hints; once it is settled, its answer and why. */
export function RiddleSheet({ riddle, hintPoints, canGuess, riddles, onClose, onNext }: RiddleSheetProps): ReactNode {
  const { copy, say } = useSpeech();
  const words = copy.gameRiddle;
  const solved = riddle?.state === 'solved';
  return (
    <Sheet open={riddle !== null} title={riddle === null ? words.title : words.place(riddle.place)} onClose={onClose}>
      {riddle !== null && (
        <View className="riddle__sheet">
          <View className="riddle__face">{say(riddle.text)}</View>
          <View className="note riddle__category">{words.category(say(riddle.category))}</View>
          {riddle.solution === null ? (
            canGuess && <GuessForm riddle={riddle} hintPoints={hintPoints} riddles={riddles} />
          ) : (
            <>
              <WonHead won={solved} title={solved ? words.right : words.missed} given={riddle.given ?? { points: 0, chances: 0 }} />
              <Notice tone={solved ? 'good' : 'refused'}>
                <View className="strong">{words.solution(riddle.solution.answer)}</View>
                <View>{say(riddle.solution.explanation)}</View>
              </Notice>
              {onNext !== null && (
                <Button tone="tint" onPress={onNext}>
                  {words.next}
                </Button>
              )}
            </>
          )}
        </View>
      )}
    </Sheet>
  );
}

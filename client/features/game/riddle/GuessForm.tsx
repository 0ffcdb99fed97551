import type { RiddleView } from '@shared/game/riddle/contract';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { numberText } from '@/copy/format';
import { useSpeech } from '@/copy/useSpeech';
import { Button } from '@/ui/Button';
import { Field } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import type { Riddling } from './useRiddles';
import './Riddle.scss';

interface GuessFormProps {
  readonly riddle: RiddleView;
  readonly hintPoints: number;
  readonly riddles: Riddling;
}

const lengthMax = 40;

/** Where a riddle is guessed: the answer, what was tried, hints that were bought and the next one. */
export function GuessForm({ riddle, hintPoints, riddles }: GuessFormProps): ReactNode {
  const { copy, say, refusal } = useSpeech();
  const words = copy.gameRiddle;
  const [text, setText] = useState('');
  const [said, setSaid] = useState<string | null>(null);
  const guess = async (): Promise<void> => {
    const answer = await riddles.guess(riddle.id, text.trim());
    if ('code' in answer) setSaid(refusal(answer));
    else setSaid(answer.right ? null : words.wrong(text.trim()));
    if (!('code' in answer)) setText('');
  };
  const hint = async (): Promise<void> => {
    const why = await riddles.hint(riddle);
    setSaid(why === null ? null : refusal(why));
  };
  return (
    <>
      {riddle.hints.map((each) => (
        <View key={each.zh} className="riddle__hint">
          <View className="label">{words.hints}</View>
          <View>{say(each)}</View>
        </View>
      ))}
      <Field label={words.answer} hint={words.answerHint} value={text} onChange={setText} lengthMax={lengthMax} />
      {said !== null && <Notice tone="refused">{said}</Notice>}
      <View className="note riddle__tries num">{words.triesLeft(riddle.triesLeft)}</View>
      {riddle.wrong.length > 0 && <View className="note riddle__tries">{words.tried(riddle.wrong.join(copy.house.comma))}</View>}
      <Button disabled={text.trim() === ''} onPress={guess}>
        {text.trim() === '' ? words.write : words.guess}
      </Button>
      {riddle.hintsLeft > 0 && (
        <View className="riddle__next">
          <Button tone="tint" onPress={hint}>
            {words.hint(numberText(hintPoints))}
          </Button>
        </View>
      )}
    </>
  );
}

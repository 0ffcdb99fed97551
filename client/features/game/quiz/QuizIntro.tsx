import type { QuizView } from '@shared/game/quiz/contract';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { dayText, numberText } from '@/copy/format';
import { useSpeech, type Speech } from '@/copy/useSpeech';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { ListRow } from '@/ui/ListRow';
import { SectionHead } from '@/ui/SectionHead';
import './Quiz.scss';

interface QuizIntroProps {
  readonly view: QuizView;
  readonly onBegin: () => Promise<void>;
}

/** A quiz before a round of it: the rules, what passing gives, and the way in or why there is none today. */
export function QuizIntro({ view, onBegin }: QuizIntroProps): ReactNode {
  const speech = useSpeech();
  const { copy, language } = speech;
  const words = copy.gameQuiz;
  const { mine } = view;
  const hindrance = whyNot(view, speech);
  return (
    <>
      <Card tone="night">
        <SectionHead title={rewardText(view, speech)} />
        <View className="quiz__night num">{words.until(dayText(view.from, language), dayText(view.to, language))}</View>
        {mine !== null && <View className="quiz__night num">{words.today(mine.roundsToday, view.roundsPerDay)}</View>}
        <View className="quiz__act">
          <Button tone="cream" disabled={hindrance !== null || mine === null} onPress={onBegin}>
            {hindrance ?? (mine !== null && mine.round !== null ? words.goOn : words.begin)}
          </Button>
        </View>
      </Card>
      <Card>
        <SectionHead title={words.rules} />
        <ListRow icon="question" title={words.questions(view.questionsPerRound)} />
        <ListRow icon="calendar" title={words.seconds(view.secondsPerQuestion)} note={words.clock} />
        <ListRow icon="check" title={words.pass(view.passMark, view.questionsPerRound)} />
        <ListRow icon="refresh" title={words.perDay(view.roundsPerDay)} />
      </Card>
    </>
  );
}

function rewardText({ reward }: QuizView, { copy }: Speech): string {
  return reward.kind === 'chance' ? copy.gameQuiz.rewardChance(reward.count) : copy.gameQuiz.rewardPoints(numberText(reward.points));
}

/** Why no round can be begun now; null when one can. */
function whyNot({ open, mine, roundsPerDay }: QuizView, { copy }: Speech): string | null {
  if (!open) return copy.gameQuiz.closed;
  if (mine === null || mine.round !== null) return null;
  if (mine.passedToday) return copy.gameQuiz.passedToday;
  return mine.roundsToday >= roundsPerDay ? copy.gameQuiz.used : null;
}

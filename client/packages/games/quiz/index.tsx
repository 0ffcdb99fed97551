import type { ReactNode } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { GameFrame } from '@/features/game/GameFrame';
import { QuizBoard } from '@/features/game/quiz/QuizBoard';
import { useQuiz } from '@/features/game/quiz/useQuiz';
import { JoinInvite } from '@/features/member/JoinInvite';
import { useHome } from '@/features/member/useHome';
import { useQuery } from '@/platform/useQuery';
import { Screen } from '@/ui/Screen';

/** One quiz: its rules, then a round of it. Taro asks for the default export. */
export default function QuizPage(): ReactNode {
  const { copy, say } = useSpeech();
  const { home } = useHome('missing');
  const quiz = useQuiz(useQuery('quiz') ?? '');
  return (
    <Screen title={quiz.view === null ? copy.gameQuiz.title : say(quiz.view.name)}>
      {home?.joined === false && <JoinInvite welcome={home} lead={copy.member.mine.notJoinedNote} />}
      <GameFrame state={quiz}>{(view) => <QuizBoard view={view} quiz={quiz} />}</GameFrame>
    </Screen>
  );
}

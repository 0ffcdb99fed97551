import type { quizMember } from '@shared/game/quiz/contract';
import type { Caller, Handlers } from '../../../adapters/serve';
import { answer } from './answer';
import { ask } from './ask';
import { begin } from './begin';
import { view } from './view';

/** What players of a quiz can ask for. */
export const quizMemberHandlers: Handlers<typeof quizMember, Caller> = {
  'quiz.view': view,
  'quiz.begin': begin,
  'quiz.ask': ask,
  'quiz.answer': answer,
};

import type { QuizRoundView } from '@shared/game/quiz/contract';
import { dealRound } from '@shared/game/quiz/decideRound';
import type { Quiz, QuizRound, RoundQuestion } from '@shared/game/quiz/types';
import { viewRound } from '@shared/game/quiz/viewRound';
import { isOpen } from '@shared/game/isOpen';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { dayOf, type Day } from '@shared/kernel/time';
import type { Member } from '@shared/member/types';
import { find } from '../../../adapters/database';
import type { Caller } from '../../../adapters/serve';
import { transact, type Transaction } from '../../../adapters/transact';
import { findMember } from '../../member/findMember';
import { loadProgramme } from '../../store/loadProgramme';
import { loadBank, loadQuizzes } from './loadQuizzes';

type BeginRefusal = 'key.reused' | 'quiz.closed' | 'quiz.passed' | 'quiz.roundsUsed';

interface Setting {
  readonly caller: Caller;
  readonly key: string;
  readonly member: Member;
  readonly quiz: Quiz;
  readonly today: Day;
  /** Dealt before the transaction, which may run more than once. */
  readonly questions: readonly RoundQuestion[];
}

/**
 * Begins a round of today. A round that was begun and not ended goes on instead, so that nobody can throw unwelcome questions away; the
 * same key repeats its round even when it is over.
 */
export async function begin(
  caller: Caller,
  { key, quizId }: { key: string; quizId: string },
): Promise<Outcome<QuizRoundView, BeginRefusal | 'member.unknown' | 'quiz.unknown' | 'busy.tryAgain'>> {
  const { now, random } = caller;
  const [member, programme, quizzes] = await Promise.all([findMember(caller), loadProgramme(now), loadQuizzes(now)]);
  if (!member.ok) return member;
  const [earlier] = await find('quizRounds', { memberId: member.value.memberId, key }, { limit: 1 });
  if (earlier !== undefined) return earlier.quizId === quizId ? accept(viewRound(earlier)) : refuse('key.reused');
  const quiz = quizzes.get(quizId);
  if (quiz === undefined) return refuse('quiz.unknown');
  const bank = await loadBank(quizId, now);
  const questions = dealRound([...bank.values()], quiz, random);
  const today = dayOf(now, programme.offsetMinutes);
  const setting: Setting = { caller, key, member: member.value, quiz, today, questions };
  return transact((transaction) => openRound(transaction, setting));
}

async function openRound(transaction: Transaction, setting: Setting): Promise<Outcome<QuizRoundView, BeginRefusal>> {
  const { key, member, quiz, today, questions } = setting;
  let passed = false;
  for (let n = 1; n <= quiz.roundsPerDay; n += 1) {
    const id = `${member.memberId}:${quiz._id}:${today}:${n}`;
    const before = await transaction.get('quizRounds', id);
    if (before !== null && (before.key === key || before.finishedAt === null)) return accept(viewRound(before));
    passed ||= before?.passed === true;
    if (before !== null) continue;
    if (passed) return refuse('quiz.passed');
    if (!isOpen(quiz, today) || questions.length < quiz.questionsPerRound) return refuse('quiz.closed');
    const round = newRound(id, n, setting);
    await transaction.add('quizRounds', [round]);
    return accept(viewRound(round));
  }
  return passed ? refuse('quiz.passed') : refuse('quiz.roundsUsed', { max: quiz.roundsPerDay });
}

function newRound(_id: string, n: number, { caller, key, member, quiz, today, questions }: Setting): QuizRound {
  return {
    ...{ _id, key, memberId: member.memberId, questions, n },
    device: caller.device,
    quizId: quiz._id,
    day: today,
    startedAt: caller.now,
    seconds: quiz.secondsPerQuestion,
    passMark: quiz.passMark,
    finishedAt: null,
    passed: false,
    points: 0,
    chances: 0,
  };
}

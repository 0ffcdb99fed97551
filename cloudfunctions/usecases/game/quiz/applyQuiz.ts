import { quizQuestionRow, quizRow } from '@shared/game/quiz/rows';
import { get } from '../../../adapters/database';
import { refuseRow, rowApplier } from '../../store/rowApplier';
import { writeDocument } from '../../store/writeDocument';

/** Quizzes. A round keeps the terms it was begun under. */
export const applyQuiz = rowApplier(
  quizRow,
  (row) => row.id,
  ({ id, name, from, to, active, questions, seconds, pass, perDay, reward }, { dryRun }) =>
    writeDocument(
      'quizzes',
      {
        ...{ _id: id, name, from, to, active: active ?? true, reward },
        questionsPerRound: questions,
        secondsPerQuestion: seconds,
        passMark: pass,
        roundsPerDay: perDay,
      },
      dryRun,
    ),
);

/** Questions of a quiz's bank. The number of options stays, since rounds may have been dealt with them. */
export const applyQuizQuestion = rowApplier(
  quizQuestionRow,
  (row) => `${row.quiz}:${row.id}`,
  async ({ quiz, id, text, options, answer, explanation, active }, { dryRun }) => {
    if ((await get('quizzes', quiz)) === null) return refuseRow('row.unknownQuiz', { quiz });
    const _id = `${quiz}:${id}`;
    const before = await get('quizQuestions', _id);
    if (before !== null && before.options.length !== options.length)
      return refuseRow('row.optionsChanged', { have: before.options.length });
    const question = { _id, quizId: quiz, name: text, options, right: answer - 1, explanation, active: active ?? true };
    return writeDocument('quizQuestions', question, dryRun);
  },
);

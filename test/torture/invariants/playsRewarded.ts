import type { Snapshot } from '../takeSnapshot';
import { grouped, repeated, spoilFirst, type Invariant } from './invariant';

interface Play {
  readonly kind: 'quiz' | 'riddle' | 'jigsaw';
  readonly id: string;
  readonly won: boolean;
  readonly points: number;
  readonly chances: number;
}

/** Where each piece goes when the gap moves the other way. */
const steps: Readonly<Record<string, readonly [down: number, right: number]>> = { U: [1, 0], D: [-1, 0], L: [0, 1], R: [0, -1] };

/** Walks the slides over the board by coordinates; true when every one was possible and the last solved it. */
function solves(board: readonly number[], size: number, moves: string): boolean {
  const now = [...board];
  for (const move of moves) {
    const gap = now.indexOf(0);
    const [down, right] = steps[move] ?? [9, 9];
    const [row, column] = [Math.floor(gap / size) + down, (gap % size) + right];
    if (row < 0 || column < 0 || row >= size || column >= size) return false;
    const from = row * size + column;
    [now[gap], now[from]] = [now[from] ?? 0, 0];
  }
  return now.slice(0, -1).every((piece, place) => piece === place + 1);
}

function quizzes({ quizRounds }: Snapshot): readonly string[] {
  const days = [...grouped(quizRounds, ({ memberId, quizId, day }) => `${memberId} ${quizId} ${day}`)];
  return [
    ...days.filter(([, rounds]) => rounds.length > 3).map(([day, rounds]) => `quiz ${day}: ${rounds.length} rounds`),
    ...days.filter(([, rounds]) => rounds.filter(({ passed }) => passed).length > 1).map(([day]) => `quiz ${day}: passed twice`),
    ...quizRounds.flatMap(({ _id, questions, finishedAt, passed, passMark }) => {
      const ended = questions.every(({ answer }) => answer !== null);
      const right = questions.filter(({ answer }) => answer?.correct === true).length;
      const early = questions.some(({ answer, shownAt }) => answer !== null && (shownAt === null || answer.at < shownAt));
      return ended === (finishedAt !== null) && passed === (ended && right >= passMark) && !early ? [] : [`quiz ${_id} does not add up`];
    }),
  ];
}

function riddles({ riddleStates, entries }: Snapshot): readonly string[] {
  const paid = grouped(
    entries.filter(({ kind, source }) => kind === 'redemption' && source.startsWith('hint:')),
    ({ source }) => source.slice('hint:'.length, source.lastIndexOf(':')),
  );
  return riddleStates.flatMap(({ _id, guesses, hints, solvedAt }) => {
    const right = guesses.findIndex((guess) => guess.right);
    const settled = right >= 0 === (solvedAt !== null) && (right < 0 || right === guesses.length - 1);
    return guesses.length <= 3 && settled && (paid.get(_id) ?? []).length === hints.length ? [] : [`riddle ${_id} does not add up`];
  });
}

function jigsaws({ jigsawAttempts, jigsawTimes }: Snapshot): readonly string[] {
  const solved = jigsawAttempts.filter(({ solution }) => solution !== null);
  const days = grouped(solved, ({ jigsawId, day, memberId }) => `${jigsawId}:${day}:${memberId}`);
  const times = new Map(jigsawTimes.map(({ _id, ms }) => [_id, ms]));
  return [
    ...solved
      .filter(({ board, size, solution }) => !solves(board, size, solution?.moves ?? ''))
      .map(({ _id }) => `jigsaw ${_id} was not solved by its slides`),
    ...[...days].flatMap(([day, attempts]) => {
      const best = Math.min(...attempts.map(({ dealtAt, solution }) => (solution?.at ?? 0) - dealtAt));
      return attempts.filter(({ first }) => first).length === 1 && times.get(day) === best ? [] : [`jigsaw ${day} does not add up`];
    }),
    ...repeated('jigsaw', jigsawTimes, ({ _id }) => _id),
  ];
}

function playsOf({ quizRounds, riddleStates, jigsawAttempts }: Snapshot): readonly Play[] {
  return [
    ...quizRounds.map(({ _id, passed, points, chances }): Play => ({ kind: 'quiz', id: _id, won: passed, points, chances })),
    ...riddleStates.map(({ _id, solvedAt, points, chances }): Play => ({
      kind: 'riddle',
      id: _id,
      won: solvedAt !== null,
      points,
      chances,
    })),
    ...jigsawAttempts.map(({ _id, first, points, chances }): Play => ({ kind: 'jigsaw', id: _id, won: first, points, chances })),
  ];
}

/** Games end as their answers say, and each that was won was rewarded once, by entries of what it says it gave. */
export const playsRewarded: Invariant = {
  name: 'quizzes, riddles and jigsaws end as they were played, and are rewarded once',
  check(snapshot) {
    const plays = playsOf(snapshot);
    const points = grouped(
      snapshot.entries.filter(({ kind }) => kind === 'prize'),
      ({ source }) => source,
    );
    const chances = grouped(snapshot.chanceEntries, ({ kind, source }) => `${kind}:${source}`);
    const unpaid = plays.flatMap(({ kind, id, won, ...said }) => {
      const paid = (points.get(`${kind}:${id}`) ?? []).map(({ availableDelta, debtDelta }) => availableDelta - debtDelta);
      const given = (chances.get(`${kind}:${id}`) ?? []).map(({ delta }) => delta);
      const same = paid.reduce((a, b) => a + b, 0) === said.points && given.reduce((a, b) => a + b, 0) === said.chances;
      const once = paid.filter((each) => each > 0).length + given.length === (won ? 1 : 0);
      return same && once ? [] : [`${kind} ${id}: gave ${paid.join()} points and ${given.join()} chances, says ${JSON.stringify(said)}`];
    });
    return { looked: plays.length, wrong: [...quizzes(snapshot), ...riddles(snapshot), ...jigsaws(snapshot), ...unpaid] };
  },
  spoil: ({ jigsawAttempts }) =>
    spoilFirst(
      jigsawAttempts,
      ({ solution }) => solution !== null,
      ({ solution }) => ({ solution: solution === null ? null : { ...solution, moves: `${solution.moves}U` } }),
    ),
};

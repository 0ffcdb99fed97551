import { accept, refuse, type Outcome } from '../../kernel/refusal';
import type { RiddleView } from './contract';
import type { Riddle, RiddleFestival, RiddleState } from './types';

/** A riddle that nobody has tried yet. */
export function newState(memberId: string, riddle: Riddle, device: string): RiddleState {
  return {
    ...{ _id: `${memberId}:${riddle._id}`, memberId, festivalId: riddle.festivalId, device },
    ...{ guesses: [], hints: [], solvedAt: null, points: 0, chances: 0 },
  };
}

/** Whether a riddle can no longer be guessed: solved, or every try is used. */
export function isOver({ solvedAt, guesses }: Pick<RiddleState, 'solvedAt' | 'guesses'>, tries: number): boolean {
  return solvedAt !== null || guesses.length >= tries;
}

/**
 * One guess, already judged. The same key with the same text repeats it, `isNew` then being false; a solved riddle and one whose tries
 * are used take no other.
 */
export function decideGuess(
  state: RiddleState,
  guess: { readonly key: string; readonly text: string; readonly right: boolean },
  tries: number,
  now: number,
): Outcome<{ readonly state: RiddleState; readonly right: boolean; readonly isNew: boolean }, 'riddle.over' | 'key.reused'> {
  const before = state.guesses.find(({ key }) => key === guess.key);
  if (before !== undefined) return before.text === guess.text ? accept({ state, right: before.right, isNew: false }) : refuse('key.reused');
  if (isOver(state, tries)) return refuse('riddle.over');
  const { key, text, right } = guess;
  const guesses = [...state.guesses, { key, text, at: now, right }];
  return accept({ state: { ...state, guesses, solvedAt: right ? now : null }, right, isNew: true });
}

/** A hint by its number from 1: the next one that was not bought, or, free of charge, one that was. */
export function decideHint(
  state: RiddleState,
  wanted: { readonly number: number; readonly key: string },
  { hints }: Pick<Riddle, 'hints'>,
  tries: number,
  now: number,
): Outcome<{ readonly state: RiddleState; readonly isNew: boolean }, 'riddle.over' | 'riddle.noHint'> {
  if (wanted.number <= state.hints.length) return accept({ state, isNew: false });
  if (isOver(state, tries)) return refuse('riddle.over');
  if (wanted.number > hints.length || wanted.number > state.hints.length + 1) return refuse('riddle.noHint');
  return accept({ state: { ...state, hints: [...state.hints, { key: wanted.key, at: now }] }, isNew: true });
}

/** A riddle as a member sees it; `state` is null where they have not tried it. */
export function viewRiddle(riddle: Riddle, festival: Pick<RiddleFestival, 'tries' | 'reward'>, state: RiddleState | null): RiddleView {
  const { _id, place, name, category, hints, answers, explanation } = riddle;
  const guesses = state?.guesses ?? [];
  const bought = state?.hints.length ?? 0;
  const solved = state !== null && state.solvedAt !== null;
  const over = state !== null && isOver(state, festival.tries);
  return {
    ...{ id: _id.slice(_id.indexOf(':') + 1), place, text: name, category, reward: riddle.reward ?? festival.reward },
    state: solved ? 'solved' : over ? 'missed' : 'open',
    triesLeft: Math.max(0, festival.tries - guesses.length),
    wrong: guesses.filter(({ right }) => !right).map(({ text }) => text),
    hints: hints.slice(0, bought),
    hintsLeft: hints.length - bought,
    solution: over ? { answer: answers[0] ?? '', explanation } : null,
    given: solved ? { points: state.points, chances: state.chances } : null,
  };
}

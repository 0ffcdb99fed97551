import { accept, refuse, type Outcome } from '../../kernel/refusal';
import { isSolved, replay } from './board';
import type { JigsawAttempt } from './types';

/** A solution that was found in time may be so long on its way, milliseconds. */
const wayMs = 2_000;
/** No hand slides faster than this, milliseconds a slide; one gesture that moves a whole row is several. */
const slideMsMin = 40;

type SolveRefusal = 'jigsaw.solved' | 'jigsaw.late' | 'jigsaw.moves' | 'jigsaw.tooFast' | 'key.reused';

/** When an attempt's time is over, epoch ms. */
export function attemptEnd({ dealtAt, secondsMax }: Pick<JigsawAttempt, 'dealtAt' | 'secondsMax'>): number {
  return dealtAt + secondsMax * 1000;
}

/**
 * Judges a list of slides: replayed from the board that was dealt, each must be possible and the last must solve it, in time by the
 * server's clock and not faster than hands can. The same key with the same slides repeats it, `isNew` then being false.
 */
export function decideSolution(
  attempt: JigsawAttempt,
  given: { readonly key: string; readonly moves: string },
  now: number,
): Outcome<{ readonly attempt: JigsawAttempt; readonly ms: number; readonly isNew: boolean }, SolveRefusal> {
  const { solution, dealtAt, board, size } = attempt;
  if (solution !== null) {
    if (solution.key !== given.key) return refuse('jigsaw.solved');
    return solution.moves === given.moves ? accept({ attempt, ms: solution.at - dealtAt, isNew: false }) : refuse('key.reused');
  }
  if (now > attemptEnd(attempt) + wayMs) return refuse('jigsaw.late', { seconds: attempt.secondsMax });
  const end = replay(board, size, given.moves);
  if (typeof end === 'number') return refuse('jigsaw.moves', { at: end });
  if (!isSolved(end)) return refuse('jigsaw.moves', { at: given.moves.length });
  const ms = now - dealtAt;
  if (ms < given.moves.length * slideMsMin) return refuse('jigsaw.tooFast');
  return accept({ attempt: { ...attempt, solution: { ...given, at: now } }, ms, isNew: true });
}

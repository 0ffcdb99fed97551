import type { GuessReceipt } from '@shared/game/riddle/contract';
import { decideGuess, isOver, newState, viewRiddle } from '@shared/game/riddle/decideGuess';
import { foldAnswer } from '@shared/game/riddle/foldAnswer';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import type { Caller } from '../../../adapters/serve';
import { transact } from '../../../adapters/transact';
import { rewardPlay } from '../rewardPlay';
import { findRiddle } from './findRiddle';
import { simplify } from './simplify';

interface Guess {
  readonly key: string;
  readonly festivalId: string;
  readonly riddleId: string;
  readonly text: string;
}

type GuessRefusal = 'member.unknown' | 'riddle.unknown' | 'riddle.closed' | 'riddle.over' | 'riddle.empty' | 'key.reused' | 'busy.tryAgain';

/** Judges one guess, forgiving in how it is written. The right one gives the riddle's reward in the same transaction, once a member. */
export async function guess(caller: Caller, input: Guess): Promise<Outcome<GuessReceipt, GuessRefusal>> {
  const found = await findRiddle(caller, input);
  if (!found.ok) return found;
  const { member, programme, today, festival, riddle, open } = found.value;
  const said = foldAnswer(input.text, simplify);
  if (said === '') return refuse('riddle.empty');
  const right = riddle.answers.some((answer) => foldAnswer(answer, simplify) === said);
  return transact(async (transaction) => {
    const id = `${member.memberId}:${riddle._id}`;
    const before = (await transaction.get('riddleStates', id)) ?? newState(member.memberId, riddle, caller.device);
    if (!open.ok && before.guesses.every(({ key }) => key !== input.key)) return open;
    const decided = decideGuess(before, { key: input.key, text: input.text, right }, festival.tries, caller.now);
    if (!decided.ok) return decided;
    const { state, isNew } = decided.value;
    const receipt = (now: typeof state): GuessReceipt => ({ right: decided.value.right, riddle: viewRiddle(riddle, festival, now) });
    if (!isNew) return accept(receipt(state));
    const play = {
      member,
      source: 'riddle',
      sourceId: id,
      name: festival.name,
      reward: right ? (riddle.reward ?? festival.reward) : null,
      interactions: ['game'],
    } as const;
    const given = isOver(state, festival.tries) ? await rewardPlay(transaction, play, { programme, today, at: caller.now }) : {};
    const next = { ...state, ...given };
    await transaction.put('riddleStates', next);
    return accept(receipt(next));
  });
}

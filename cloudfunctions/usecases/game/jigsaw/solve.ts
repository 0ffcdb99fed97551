import type { SolveReceipt } from '@shared/game/jigsaw/contract';
import { decideSolution } from '@shared/game/jigsaw/decideSolution';
import type { JigsawAttempt, JigsawTime } from '@shared/game/jigsaw/types';
import { maskName } from '@shared/game/viewPool';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { dayOf } from '@shared/kernel/time';
import type { Member } from '@shared/member/types';
import { get } from '../../../adapters/database';
import type { Caller } from '../../../adapters/serve';
import { transact, type Transaction } from '../../../adapters/transact';
import { findMember } from '../../member/findMember';
import { loadProgramme } from '../../store/loadProgramme';
import { rewardPlay } from '../rewardPlay';
import { loadJigsaws } from './loadJigsaws';

interface Solution {
  readonly key: string;
  readonly attemptId: string;
  readonly moves: string;
}

type SolveRefusal =
  | 'member.unknown'
  | 'jigsaw.unknown'
  | 'jigsaw.solved'
  | 'jigsaw.late'
  | 'jigsaw.moves'
  | 'jigsaw.tooFast'
  | 'key.reused'
  | 'busy.tryAgain';

/** Replays the slides of an attempt of one's own. The first solution of a jigsaw and day gives the reward in the same transaction. */
export async function solve(caller: Caller, { key, attemptId, moves }: Solution): Promise<Outcome<SolveReceipt, SolveRefusal>> {
  const [member, dealt] = await Promise.all([findMember(caller), get('jigsawAttempts', attemptId)]);
  if (!member.ok) return member;
  if (dealt === null || dealt.memberId !== member.value.memberId) return refuse('jigsaw.unknown');
  return transact(async (transaction) => {
    const before = await transaction.get('jigsawAttempts', attemptId);
    if (before === null) throw new Error(`The attempt ${attemptId} is gone`);
    const decided = decideSolution(before, { key, moves }, caller.now);
    if (!decided.ok) return decided;
    const { attempt, ms, isNew } = decided.value;
    if (!isNew) return accept(receiptOf(attempt, ms));
    const best = await transaction.get('jigsawTimes', timeId(attempt));
    const given = best === null ? await reward(transaction, attempt, member.value, caller.now) : null;
    const solved = { ...attempt, ...given, first: best === null };
    await transaction.put('jigsawAttempts', solved);
    if (best === null || ms < best.ms) await transaction.put('jigsawTimes', timeOf(solved, member.value, ms));
    return accept(receiptOf(solved, ms));
  });
}

async function reward(
  transaction: Transaction,
  { _id, jigsawId }: JigsawAttempt,
  member: Member,
  at: number,
): Promise<Pick<JigsawAttempt, 'points' | 'chances'>> {
  const [programme, jigsaws] = await Promise.all([loadProgramme(at), loadJigsaws(at)]);
  const jigsaw = jigsaws.get(jigsawId);
  if (jigsaw === undefined) throw new Error(`The jigsaw ${jigsawId} is gone`);
  const play = { member, source: 'jigsaw', sourceId: _id, name: jigsaw.name, reward: jigsaw.reward, interactions: ['game'] } as const;
  return rewardPlay(transaction, play, { programme, today: dayOf(at, programme.offsetMinutes), at });
}

function timeId({ jigsawId, day, memberId }: JigsawAttempt): string {
  return `${jigsawId}:${day}:${memberId}`;
}

function timeOf(attempt: JigsawAttempt, { nickname }: Member, ms: number): JigsawTime {
  const { jigsawId, day, memberId, solution } = attempt;
  const moves = solution?.moves.length ?? 0;
  return { _id: timeId(attempt), race: `${jigsawId}:${day}`, memberId, mask: maskName(nickname), ms, moves, at: solution?.at ?? 0 };
}

function receiptOf({ solution, first, points, chances }: JigsawAttempt, ms: number): SolveReceipt {
  return { ms, moves: solution?.moves.length ?? 0, given: first ? { points, chances } : null };
}

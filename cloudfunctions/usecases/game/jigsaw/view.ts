import type { AttemptView, JigsawView, Leaders } from '@shared/game/jigsaw/contract';
import { attemptEnd } from '@shared/game/jigsaw/decideSolution';
import type { Jigsaw, JigsawAttempt } from '@shared/game/jigsaw/types';
import { isOpen } from '@shared/game/isOpen';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { dayOf, type Day } from '@shared/kernel/time';
import { find, get } from '../../../adapters/database';
import type { Caller } from '../../../adapters/serve';
import { findMember } from '../../member/findMember';
import { loadProgramme } from '../../store/loadProgramme';
import { loadJigsaws } from './loadJigsaws';

const leadersMax = 10;

/** A jigsaw with the day's best and the caller's attempts of today. */
export async function view(caller: Caller, input: { jigsawId: string }): Promise<Outcome<JigsawView, 'jigsaw.unknown'>> {
  const { now } = caller;
  const [member, programme, jigsaws] = await Promise.all([findMember(caller), loadProgramme(now), loadJigsaws(now)]);
  const jigsaw = jigsaws.get(input.jigsawId);
  if (jigsaw === undefined) return refuse('jigsaw.unknown');
  const today = dayOf(now, programme.offsetMinutes);
  const memberId = member.ok ? member.value.memberId : null;
  const { _id, name, from, to, picture, size, secondsMax, perDay, reward } = jigsaw;
  const [leaders, mine] = await Promise.all([
    loadLeaders(`${_id}:${today}`, memberId),
    memberId === null ? null : loadMine(jigsaw, memberId, today, now),
  ]);
  return accept({ id: _id, name, from, to, picture, size, secondsMax, perDay, reward, leaders, mine, open: isOpen(jigsaw, today) });
}

/** An attempt as the phone needs it. */
export function viewAttempt(attempt: JigsawAttempt): AttemptView {
  const { _id, size, board, dealtAt } = attempt;
  return { attemptId: _id, size, board, dealtAt, endsAt: attemptEnd(attempt) };
}

async function loadLeaders(race: string, memberId: string | null): Promise<Leaders> {
  const order = [
    ['ms', 'asc'],
    ['at', 'asc'],
  ] as const;
  const times = await find('jigsawTimes', { race }, { limit: leadersMax, order });
  return times.map(({ mask, ms, moves, memberId: whose }) => ({ mask, ms, moves, mine: whose === memberId }));
}

async function loadMine({ _id, perDay }: Jigsaw, memberId: string, today: Day, now: number): Promise<NonNullable<JigsawView['mine']>> {
  const [attempts, best] = await Promise.all([
    find('jigsawAttempts', { memberId, jigsawId: _id, day: today }, { limit: perDay }),
    get('jigsawTimes', `${_id}:${today}:${memberId}`),
  ]);
  const going = attempts.find((attempt) => attempt.solution === null && now < attemptEnd(attempt));
  return { attemptsToday: attempts.length, bestMs: best?.ms ?? null, attempt: going === undefined ? null : viewAttempt(going) };
}

import type { FestivalPage } from '@shared/game/riddle/contract';
import { viewRiddle } from '@shared/game/riddle/decideGuess';
import type { RiddleState } from '@shared/game/riddle/types';
import { isOpen } from '@shared/game/isOpen';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { dayOf } from '@shared/kernel/time';
import { find } from '../../../adapters/database';
import type { Caller } from '../../../adapters/serve';
import { findMember } from '../../member/findMember';
import { loadProgramme } from '../../store/loadProgramme';
import { loadFestivals, loadRiddles } from './loadRiddles';

const pageRiddles = 20;
const statesMax = 200;

/** A festival with a page of riddles as the caller stands with them. */
export async function festival(
  caller: Caller,
  { festivalId, cursor }: { festivalId: string; cursor?: string | undefined },
): Promise<Outcome<FestivalPage, 'riddle.unknown'>> {
  const { now } = caller;
  const [member, programme, festivals] = await Promise.all([findMember(caller), loadProgramme(now), loadFestivals(now)]);
  const found = festivals.get(festivalId);
  if (found === undefined) return refuse('riddle.unknown');
  const [known, states] = await Promise.all([
    loadRiddles(festivalId, now),
    member.ok ? loadStates(member.value.memberId, festivalId) : new Map<string, RiddleState>(),
  ]);
  const riddles = known.filter(({ active }) => active);
  const after = Number(cursor ?? 0);
  const rest = riddles.filter(({ place }) => place > after);
  const page = rest.slice(0, pageRiddles);
  const { _id, name, from, to, tries, hintPoints, reward } = found;
  return accept({
    ...{ id: _id, name, from, to, tries, hintPoints, reward, riddlesInAll: riddles.length },
    open: isOpen(found, dayOf(now, programme.offsetMinutes)),
    solved: member.ok ? [...states.values()].filter(({ solvedAt }) => solvedAt !== null).length : null,
    riddles: page.map((riddle) => viewRiddle(riddle, found, states.get(riddle._id) ?? null)),
    next: rest.length > page.length ? String(page.at(-1)?.place) : null,
  });
}

async function loadStates(memberId: string, festivalId: string): Promise<ReadonlyMap<string, RiddleState>> {
  const states = await find('riddleStates', { memberId, festivalId }, { limit: statesMax });
  return new Map(states.map((state) => [state._id.slice(memberId.length + 1), state]));
}

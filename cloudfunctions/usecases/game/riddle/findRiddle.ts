import type { Riddle, RiddleFestival } from '@shared/game/riddle/types';
import { isOpen } from '@shared/game/isOpen';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { dayOf, type Day } from '@shared/kernel/time';
import type { Member } from '@shared/member/types';
import type { Programme } from '@shared/store/programme';
import type { Caller } from '../../../adapters/serve';
import { findMember } from '../../member/findMember';
import { loadProgramme } from '../../store/loadProgramme';
import { loadFestivals, loadRiddles } from './loadRiddles';

interface FoundRiddle {
  readonly member: Member;
  readonly programme: Programme;
  readonly today: Day;
  readonly festival: RiddleFestival;
  readonly riddle: Riddle;
  /** Whether it can still be guessed: asked once it is known that a tap is no repeat. */
  readonly open: Outcome<null, 'riddle.unknown' | 'riddle.closed'>;
}

/** The riddle that a caller wants to guess, with everything read before the transaction. */
export async function findRiddle(
  caller: Caller,
  { festivalId, riddleId }: { readonly festivalId: string; readonly riddleId: string },
): Promise<Outcome<FoundRiddle, 'member.unknown' | 'riddle.unknown'>> {
  const { now } = caller;
  const [member, programme, festivals] = await Promise.all([findMember(caller), loadProgramme(now), loadFestivals(now)]);
  if (!member.ok) return member;
  const festival = festivals.get(festivalId);
  const riddle = festival && (await loadRiddles(festivalId, now)).find(({ _id }) => _id === `${festivalId}:${riddleId}`);
  if (festival === undefined || riddle === undefined) return refuse('riddle.unknown');
  const today = dayOf(now, programme.offsetMinutes);
  const closed = isOpen(festival, today) ? accept(null) : refuse('riddle.closed');
  const open = riddle.active ? closed : refuse('riddle.unknown');
  return accept({ member: member.value, programme, today, festival, riddle, open });
}

import { accept, type Outcome } from '@shared/kernel/refusal';
import { addMonths, dayOf, monthOf, type Month } from '@shared/kernel/time';
import { raceSettleDay, type Race, type Racer, type RaceRank, type RaceResult } from '@shared/ledger/race';
import type { RaceView } from '@shared/ledger/race';
import { aboutPlace, racersIn } from '@shared/ledger/raceHistogram';
import { cached } from '../../adapters/cached';
import { find, get } from '../../adapters/database';
import type { Caller } from '../../adapters/serve';
import { avatarLinks } from '../member/avatar/avatarLinks';
import { findMember } from '../member/findMember';
import { loadProgramme } from '../store/loadProgramme';
import { topOfRace } from './topOfRace';

const monthsKept = 4;

interface Board {
  readonly race: Race | null;
  readonly top: readonly Racer[];
  /** Nicknames of those who show them, by member. */
  readonly names: ReadonlyMap<string, string>;
  /** Links to their pictures, by member. */
  readonly pictures: ReadonlyMap<string, string>;
}

/** A month's race with its first hundred and their names, at most 30 s old: nobody's look costs more than their own racer. */
const loadBoard = cached(async (month: Month): Promise<Board> => {
  const [race, top] = await Promise.all([get('races', month), topOfRace(month)]);
  const ids = top.map((racer) => racer.memberId);
  const members = ids.length === 0 ? [] : await find('members', { memberId: { anyOf: ids } }, { limit: ids.length });
  const shown = members.filter((member) => member.raceName && member.nickname !== '');
  const pictures = await avatarLinks(shown);
  return { race, top, names: new Map(shown.map((member) => [member.memberId, member.nickname])), pictures };
}, monthsKept);

/** The race as the caller sees it: the list, their own points and place, and what they won last. */
export async function viewRace(caller: Caller, input: { which: 'this' | 'last' }): Promise<Outcome<RaceView, 'member.unknown'>> {
  const member = await findMember(caller);
  if (!member.ok) return member;
  const { memberId, raceName } = member.value;
  const { offsetMinutes, racePrizes } = await loadProgramme(caller.now);
  const today = dayOf(caller.now, offsetMinutes);
  const lastMonth = addMonths(monthOf(today), -1);
  const month = input.which === 'this' ? monthOf(today) : lastMonth;
  const [board, lastBoard, own] = await Promise.all([
    loadBoard(month, caller.now),
    loadBoard(lastMonth, caller.now),
    get('race', `${month}:${memberId}`),
  ]);
  const points = own?.points ?? 0;
  return accept({
    month,
    today,
    settlesOn: raceSettleDay(month),
    points,
    rank: rankOf(board, memberId, points),
    racers: board.race === null ? 0 : racersIn(board.race.steps),
    at: board.race?.at ?? null,
    top: board.top.map((racer, index) => ({
      place: index + 1,
      name: racer.memberId === memberId ? member.value.nickname : (board.names.get(racer.memberId) ?? null),
      avatarUrl: board.pictures.get(racer.memberId) ?? null,
      points: racer.points,
      mine: racer.memberId === memberId,
    })),
    prizes: racePrizes,
    nameShown: raceName,
    last: resultOf(lastBoard.race, memberId),
  });
}

function rankOf({ race, top }: Board, memberId: string, points: number): RaceRank | null {
  const index = top.findIndex((racer) => racer.memberId === memberId);
  if (index !== -1) return { kind: 'exact', place: index + 1 };
  return race === null || points <= 0 ? null : { kind: 'about', place: Math.max(top.length + 1, aboutPlace(race.steps, points)) };
}

function resultOf(race: Race | null, memberId: string): RaceResult | null {
  const won = race?.winners.find((winner) => winner.memberId === memberId);
  if (race === null || won === undefined) return null;
  return { month: race._id, place: won.place, prize: { zh: `${won.prizePoints} 积分`, en: `${won.prizePoints} points` } };
}

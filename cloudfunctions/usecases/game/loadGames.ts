import type { GameCard } from '@shared/game/contract';
import type { Game, GameReward } from '@shared/game/reward';
import { addDays, isoWeekday, type Day } from '@shared/kernel/time';
import { loadJigsaws } from './jigsaw/loadJigsaws';
import { loadQuizzes } from './quiz/loadQuizzes';
import { loadFestivals } from './riddle/loadRiddles';

type Kind = GameCard['kind'];
type Played = Game & { readonly reward: GameReward };

/** Every game that is no draw, whenever it is played; at most 30 s old. */
export async function loadGames(now: number): Promise<readonly (GameCard & { readonly active: boolean })[]> {
  const kinds: readonly (readonly [Kind, ReadonlyMap<string, Played>])[] = [
    ['quiz', await loadQuizzes(now)],
    ['riddle', await loadFestivals(now)],
    ['jigsaw', await loadJigsaws(now)],
  ];
  return kinds.flatMap(([kind, games]) =>
    [...games.values()].map(({ _id, name, from, to, reward, active }) => ({ kind, id: _id, name, from, to, reward, active })),
  );
}

/** Those that can be played some day of the week (Monday to Sunday) of a day, the first to end first. */
export function gamesOfWeek(games: Awaited<ReturnType<typeof loadGames>>, today: Day): readonly GameCard[] {
  const monday = addDays(today, 1 - isoWeekday(today));
  const sunday = addDays(monday, 6);
  return games
    .filter(({ active, from, to }) => active && from <= sunday && to >= monday)
    .map(({ kind, id, name, from, to, reward }) => ({ kind, id, name, from, to, reward }))
    .sort((a, b) => (a.to === b.to ? (a.id < b.id ? -1 : 1) : a.to < b.to ? -1 : 1));
}

import type { Riddle, RiddleFestival } from '@shared/game/riddle/types';
import { cached } from '../../../adapters/cached';
import { find } from '../../../adapters/database';

const festivalsMax = 100;
const riddlesMax = 200;

const load = cached(async (): Promise<ReadonlyMap<string, RiddleFestival>> => {
  const festivals = await find('riddleFestivals', {}, { limit: festivalsMax });
  return new Map(festivals.map((festival) => [festival._id, festival]));
}, 1);

/** Every festival of riddles by id, at most 30 s old. */
export function loadFestivals(now: number): Promise<ReadonlyMap<string, RiddleFestival>> {
  return load('all', now);
}

const loadOf = cached(async (festivalId): Promise<readonly Riddle[]> => {
  return find('riddles', { festivalId }, { limit: riddlesMax, order: [['place', 'asc']] });
}, 20);

/** A festival's riddles in order, at most 30 s old; those no longer posed too, since somebody may have guessed them. */
export function loadRiddles(festivalId: string, now: number): Promise<readonly Riddle[]> {
  return loadOf(festivalId, now);
}

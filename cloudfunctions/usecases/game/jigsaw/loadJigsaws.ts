import type { Jigsaw } from '@shared/game/jigsaw/types';
import { cached } from '../../../adapters/cached';
import { find } from '../../../adapters/database';

const jigsawsMax = 200;

const load = cached(async (): Promise<ReadonlyMap<string, Jigsaw>> => {
  const jigsaws = await find('jigsaws', {}, { limit: jigsawsMax });
  return new Map(jigsaws.map((jigsaw) => [jigsaw._id, jigsaw]));
}, 1);

/** Every jigsaw by id, at most 30 s old. */
export function loadJigsaws(now: number): Promise<ReadonlyMap<string, Jigsaw>> {
  return load('all', now);
}

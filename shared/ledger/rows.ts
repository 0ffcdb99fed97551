import * as z from 'zod/mini';
import { racePlacesMax } from './race';

/** The race's prizes by place, in rising order of place. */
export const racePrizesField = z
  .array(z.strictObject({ upTo: z.int().check(z.gte(1), z.lte(racePlacesMax)), points: z.int().check(z.gte(1), z.lte(100_000)) }))
  .check(
    z.maxLength(20),
    z.refine((prizes) => prizes.every((prize, index) => index === 0 || prize.upTo > (prizes[index - 1]?.upTo ?? 0))),
  );

import * as z from 'zod/mini';
import { slugField } from '../../kernel/fields';
import { gameFields, gameTextField, rewardField } from '../gameFields';

/** One festival of riddles of a file. */
export const riddleFestivalRow = z
  .strictObject({
    ...gameFields,
    tries: z.int().check(z.gte(1), z.lte(10)),
    hintPoints: z.int().check(z.gte(1), z.lte(1000)),
    reward: rewardField,
  })
  .check(z.refine((row) => row.from <= row.to, { path: ['to'] }));

/** One riddle of a festival. */
export const riddleRow = z.strictObject({
  festival: slugField,
  id: slugField,
  place: z.int().check(z.gte(1), z.lte(200)),
  text: gameTextField,
  category: gameTextField,
  answers: z.array(z.string().check(z.minLength(1), z.maxLength(40))).check(z.minLength(1), z.maxLength(10)),
  hints: z.array(gameTextField).check(z.maxLength(3)),
  explanation: gameTextField,
  reward: z.optional(rewardField),
  active: z.optional(z.boolean()),
});

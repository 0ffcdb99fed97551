import * as z from 'zod/mini';
import { gameFields, rewardField } from '../gameFields';
import { jigsawPictures } from './types';

/** One jigsaw of a file. */
export const jigsawRow = z
  .strictObject({
    ...gameFields,
    picture: z.enum(jigsawPictures),
    size: z.int().check(z.gte(3), z.lte(5)),
    seconds: z.int().check(z.gte(30), z.lte(3600)),
    perDay: z.int().check(z.gte(1), z.lte(10)),
    reward: rewardField,
  })
  .check(z.refine((row) => row.from <= row.to, { path: ['to'] }));

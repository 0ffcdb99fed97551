import * as z from 'zod/mini';
import { grantTopics } from './topics';
import { defaultMessagePolicy } from './policy';

const clockField = z.string().check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/));
const capField = z.int().check(z.gte(0), z.lte(100));
const pointsField = z.int().check(z.gte(0), z.lte(100_000));

/** The programme's settings for messages in a file; what is left out has its default. */
export const messagePolicyField = z.pipe(
  z.strictObject({
    quietFrom: z.optional(clockField),
    quietTo: z.optional(clockField),
    perDayMax: z.optional(capField),
    perWeekMax: z.optional(capField),
    templateIds: z.optional(z.partialRecord(z.enum(grantTopics), z.string().check(z.minLength(1), z.maxLength(64)))),
    anniversaryPoints: z.optional(pointsField),
  }),
  z.transform((named) => ({ ...defaultMessagePolicy, ...named })),
);

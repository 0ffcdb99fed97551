import * as z from 'zod/mini';
import { slugField } from '../kernel/fields';

const points = z.int().check(z.gte(0), z.lte(10_000));
const stepsMax = 10;

/** The terms of inviting as the programme's row may set them, all at once; steps in rising order. */
export const referralPolicyField = z.strictObject({
  on: z.boolean(),
  inviteeCoupon: z.nullable(slugField),
  inviteePoints: points,
  inviterPoints: points,
  steps: z
    .array(z.strictObject({ friends: z.int().check(z.gte(1), z.lte(1000)), points: z.int().check(z.gte(1), z.lte(10_000)) }))
    .check(z.maxLength(stepsMax))
    .check(z.refine((steps) => steps.every((step, index) => index === 0 || step.friends > (steps[index - 1]?.friends ?? 0)))),
  perMonthMax: z.int().check(z.gte(0), z.lte(1000)),
  needsPhone: z.boolean(),
});

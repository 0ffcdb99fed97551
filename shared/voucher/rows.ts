import * as z from 'zod/mini';
import { bilingualField, dayField, slugField } from '../kernel/fields';
import { timetableField } from './booking/timetableField';

/** What one row of the `coupons` section may hold. Money in fen, days and times of programme time. */

const fenMax = 100_000_00;
const couponUnitsMax = 100_000;
/** Claims are counted one document after the other, so there cannot be many. */
const claimsPerMemberMax = 20;
const listMax = 100;

const fen = z.int().check(z.gte(0), z.lte(fenMax));
const positiveFen = z.int().check(z.gte(1), z.lte(fenMax));
const clockField = z.string().check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/));
const ids = z.optional(z.array(slugField).check(z.maxLength(listMax)));

const benefitField = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('amountOff'), thresholdFen: fen, offFen: positiveFen }),
  z.strictObject({
    kind: z.literal('percentOff'),
    thresholdFen: fen,
    percentOff: z.int().check(z.gte(1), z.lte(99)),
    capFen: z.nullable(positiveFen),
  }),
  z.strictObject({ kind: z.literal('goods'), productId: z.nullable(slugField), listedValueFen: fen }),
  z.strictObject({ kind: z.literal('experience'), listedValueFen: fen, booked: z.boolean() }),
]);

const validityField = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), from: dayField, to: dayField }).check(z.refine((span) => span.from <= span.to)),
  z.strictObject({ kind: z.literal('relative'), days: z.int().check(z.gte(1), z.lte(1100)) }),
]);

const stackingField = z.strictObject({
  group: z.optional(slugField),
  exclusive: z.optional(z.boolean()),
  order: z.optional(z.int().check(z.gte(0), z.lte(999))),
  on: z.optional(z.enum(['original', 'reduced'])),
});

export const couponRow = z
  .strictObject({
    id: slugField,
    name: bilingualField,
    detail: z.optional(z.strictObject({ zh: z.string().check(z.maxLength(200)), en: z.string().check(z.maxLength(400)) })),
    benefit: benefitField,
    shops: ids,
    categories: ids,
    products: ids,
    validity: validityField,
    weekdays: z.optional(z.array(z.int().check(z.gte(1), z.lte(7))).check(z.maxLength(7))),
    hours: z.optional(z.strictObject({ from: clockField, to: clockField }).check(z.refine((span) => span.from < span.to))),
    total: z.optional(z.int().check(z.gte(0), z.lte(couponUnitsMax))),
    perMember: z.optional(z.int().check(z.gte(1), z.lte(claimsPerMemberMax))),
    claim: z.optional(z.enum(['page', 'code', 'grant'])),
    code: z.optional(z.string().check(z.regex(/^[0-9A-Z]{4,20}$/))),
    points: z.optional(z.int().check(z.gte(1), z.lte(1_000_000))),
    stacking: z.optional(stackingField),
    giftable: z.optional(z.boolean()),
    partner: z.optional(slugField),
    active: z.optional(z.boolean()),
    sessions: z.optional(timetableField),
  })
  .check(z.refine((row) => (row.claim === 'code') === (row.code !== undefined), { path: ['code'] }))
  // What is booked has sessions, and they alone say when: no weekdays or hours beside them, and no shop outside the coupon's.
  .check(
    z.refine((row) => (row.benefit.kind === 'experience' && row.benefit.booked) === (row.sessions !== undefined), { path: ['sessions'] }),
  )
  .check(z.refine((row) => row.sessions === undefined || (row.weekdays ?? row.hours) === undefined, { path: ['sessions'] }))
  .check(z.refine((row) => row.sessions?.slots.every(({ shop }) => row.shops?.includes(shop) ?? true) ?? true, { path: ['sessions'] }));

export type CouponRow = z.infer<typeof couponRow>;

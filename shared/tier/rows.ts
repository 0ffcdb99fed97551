import * as z from 'zod/mini';
import { bilingualField, slugField } from '../kernel/fields';

const dearestFen = 1_000_000;
const dearestPoints = 1_000_000;
const longestDays = 366;
const couponsMax = 4;
const detailField = z.strictObject({ zh: z.string().check(z.maxLength(200)), en: z.string().check(z.maxLength(400)) });

/** A paid membership of the shop file: it costs money, points, or either. */
export const planRow = z
  .strictObject({
    id: slugField,
    name: bilingualField,
    detail: detailField,
    days: z.int().check(z.gte(1), z.lte(longestDays)),
    priceFen: z.optional(z.int().check(z.gte(1), z.lte(dearestFen))),
    points: z.optional(z.int().check(z.gte(1), z.lte(dearestPoints))),
    multiplier: z.int().check(z.gte(100), z.lte(1000)),
    pricePercent: z.int().check(z.gte(50), z.lte(100)),
    coupons: z.optional(z.array(slugField).check(z.maxLength(couponsMax))),
    order: z.optional(z.int().check(z.gte(0), z.lte(9999))),
    active: z.optional(z.boolean()),
  })
  .check(z.refine((row) => row.priceFen !== undefined || row.points !== undefined, { path: ['priceFen'] }));

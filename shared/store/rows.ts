import * as z from 'zod/mini';
import { makeUpsField, milestonesField } from '../checkin/rows';
import { bilingualField, nameField, slugField } from '../kernel/fields';
import { chancePolicyField } from '../game/rows';
import { racePrizesField } from '../ledger/rows';
import { familyMaxField } from '../member/rows';
import { messagePolicyField } from '../message/policyField';
import { orderPeriods } from '../purchase/orderId';
import { referralPolicyField } from '../referral/policyField';
import { lifetimeLadderField } from '../reward/rows';
import { packThemes } from '../reward/types';
import { occasionGiftField } from '../tier/occasionGiftField';
import { tierIds } from '../tier/types';
import { roles } from './types';

/** What one row of a file may hold, per section. Unknown fields are refused: a misspelt one must not be lost in silence. */

const points = z.int().check(z.gte(0), z.lte(1_000_000));
const detailField = z.strictObject({ zh: z.string().check(z.maxLength(200)), en: z.string().check(z.maxLength(400)) });
const stockMax = 100_000;
/** Ten years: as good as no end. */
const refundDaysMax = 3_650;
/** Every use stays written on the pack. */
const packUsesMax = 100;

export const programmeRow = z.strictObject({
  name: z.optional(bilingualField),
  offsetMinutes: z.optional(z.int().check(z.gte(-720), z.lte(840))),
  consentVersion: z.optional(z.string().check(z.minLength(1), z.maxLength(32))),
  welcomePoints: z.optional(points),
  welcomeCoupon: z.optional(z.nullable(slugField)),
  ladderCoupon: z.optional(z.nullable(slugField)),
  ladder: z.optional(z.array(points).check(z.minLength(1), z.maxLength(31))),
  milestones: z.optional(milestonesField),
  makeUps: z.optional(makeUpsField),
  familyMax: z.optional(familyMaxField),
  dailyCapPoints: z.optional(points),
  orderPeriod: z.optional(z.enum(orderPeriods)),
  lateHoursMax: z.optional(z.int().check(z.gte(0), z.lte(168))),
  storeCodePointsMax: z.optional(z.int().check(z.gte(1), z.lte(1000))),
  lateMaxFen: z.optional(z.int().check(z.gte(0), z.lte(100_000_000))),
  refundDays: z.optional(z.int().check(z.gte(0), z.lte(refundDaysMax))),
  refundAnywhere: z.optional(z.boolean()),
  jobOperationsPerSecond: z.optional(z.int().check(z.gte(5), z.lte(10_000))),
  chances: z.optional(chancePolicyField),
  messages: z.optional(messagePolicyField),
  racePrizes: z.optional(racePrizesField),
  referral: z.optional(referralPolicyField),
  lifetimeLadder: z.optional(lifetimeLadderField),
  tiers: z.optional(
    z
      .array(
        z.strictObject({
          id: z.enum(tierIds),
          name: bilingualField,
          scoreNeeded: z.int().check(z.gte(0)),
          multiplier: z.int().check(z.gte(100), z.lte(1000)),
          pricePercent: z.int().check(z.gte(50), z.lte(100)),
          birthdayGift: z.nullable(occasionGiftField),
          makeUpCards: z.int().check(z.gte(0), z.lte(31)),
          priorityService: z.boolean(),
          earlyAccess: z.boolean(),
        }),
      )
      .check(z.length(tierIds.length)),
  ),
});

export const shopRow = z.strictObject({ id: slugField, name: bilingualField, active: z.optional(z.boolean()) });

export const staffRow = z.strictObject({
  openid: z.string().check(z.regex(/^[0-9A-Za-z_-]{6,64}$/)),
  staffId: slugField,
  name: nameField,
  shop: z.optional(slugField),
  roles: z.array(z.enum(roles)).check(z.minLength(1), z.maxLength(roles.length)),
  active: z.optional(z.boolean()),
});

export const categoryRow = z.strictObject({
  id: slugField,
  name: bilingualField,
  excluded: z.optional(z.boolean()),
  order: z.optional(z.int().check(z.gte(0), z.lte(9999))),
  active: z.optional(z.boolean()),
});

export const rewardRow = z
  .strictObject({
    id: slugField,
    name: bilingualField,
    detail: z.optional(detailField),
    kind: z.optional(z.enum(['goods', 'pack'])),
    pack: z.optional(
      z.strictObject({
        theme: z.enum(packThemes),
        uses: z.int().check(z.gte(1), z.lte(packUsesMax)),
        days: z.int().check(z.gte(1), z.lte(1100)),
      }),
    ),
    points: z.int().check(z.gte(1), z.lte(1_000_000)),
    stock: z.int().check(z.gte(0), z.lte(stockMax)),
    shops: z.optional(z.array(slugField).check(z.maxLength(100))),
    active: z.optional(z.boolean()),
  })
  .check(z.refine((row) => (row.kind === 'pack') === (row.pack !== undefined), { path: ['pack'] }));

export type RewardRow = z.infer<typeof rewardRow>;

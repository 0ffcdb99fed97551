import * as z from 'zod/mini';
import { bilingualField, slugField } from '../kernel/fields';
import { isDay, minuteMs, startOfDayMs } from '../kernel/time';
import type { PackTerms } from '../reward/types';
import { tierIds } from '../tier/types';
import type { Award, PoolContent, PoolPlan } from './poolTypes';

const count = z.int().check(z.gte(1), z.lte(1_000_000));
const fen = z.int().check(z.gte(0), z.lte(1_000_000_000));
const prizesMax = 30;
/** A moment of programme time: `2026-11-22 10:00`. */
const momentField = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d$/),
  z.refine((text) => isDay(text.slice(0, 10))),
);
const rulesField = z.strictObject({
  zh: z.string().check(z.minLength(1), z.maxLength(1000)),
  en: z.string().check(z.minLength(1), z.maxLength(2000)),
});

const awardField = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('points'), points: count }),
  z.strictObject({ kind: z.literal('voucher'), coupon: slugField }),
  z.strictObject({ kind: z.literal('goods'), shops: z.optional(z.array(slugField).check(z.maxLength(100))) }),
  z.strictObject({ kind: z.literal('chance'), count: z.int().check(z.gte(1), z.lte(10)) }),
  z.strictObject({ kind: z.literal('pack'), reward: slugField }),
  z.strictObject({ kind: z.literal('thanks') }),
]);

const prizeField = z.strictObject({
  id: slugField,
  name: bilingualField,
  award: awardField,
  valueFen: z.optional(fen),
  stock: z.optional(z.int().check(z.gte(1), z.lte(100_000))),
  perHour: z.optional(count),
  memberMax: z.optional(count),
});

/** What one pool of a file holds, before it is published. */
export const poolRow = z.strictObject({
  id: slugField,
  name: bilingualField,
  face: z.enum(['wheel', 'grid', 'scratch']),
  organiser: bilingualField,
  rules: rulesField,
  opens: momentField,
  ends: momentField,
  perDay: count,
  perMember: z.optional(count),
  draws: z.optional(count),
  prizes: z.array(prizeField).check(z.minLength(1), z.maxLength(prizesMax)),
  tables: z
    .array(
      z.strictObject({
        tiers: z.optional(z.array(z.enum(tierIds)).check(z.minLength(1))),
        total: count,
        rows: z.array(z.strictObject({ prize: slugField, weight: count })).check(z.minLength(1), z.maxLength(prizesMax)),
        fallback: slugField,
      }),
    )
    .check(z.minLength(1), z.maxLength(tierIds.length)),
  guarantee: z.optional(z.strictObject({ misses: count, prize: slugField, reserve: z.optional(z.int().check(z.gte(0), z.lte(100_000))) })),
  budgetFen: z.optional(fen),
  drawsExpected: z.optional(count),
});
export type PoolRow = z.infer<typeof poolRow>;

/** A row as the pool it describes; moments are read in programme time. `packs`: the terms of the service packs that it names. */
export function poolOf(
  row: PoolRow,
  offsetMinutes: number,
  packs: ReadonlyMap<string, PackTerms>,
): { readonly content: PoolContent; readonly plan: PoolPlan } {
  const { name, face, organiser, rules, guarantee } = row;
  const content: PoolContent = {
    name,
    face,
    organiser,
    rules,
    opensAt: instantOf(row.opens, offsetMinutes),
    endsAt: instantOf(row.ends, offsetMinutes),
    perDayMax: row.perDay,
    perMemberMax: row.perMember ?? null,
    drawsMax: row.draws ?? null,
    prizes: row.prizes.map((prize) => ({
      id: prize.id,
      name: prize.name,
      award: awardOf(prize.award, packs),
      valueFen: prize.valueFen ?? 0,
      stock: prize.stock ?? null,
      perHour: prize.perHour ?? null,
      memberMax: prize.memberMax ?? null,
    })),
    tables: row.tables.map(({ tiers, total, rows, fallback }) => ({
      tierIds: tiers ?? [],
      total,
      rows: rows.map(({ prize, weight }) => ({ prizeId: prize, weight })),
      fallback,
    })),
    guarantee: guarantee === undefined ? null : { misses: guarantee.misses, prizeId: guarantee.prize, reserve: guarantee.reserve ?? 0 },
  };
  return { content, plan: { budgetFen: row.budgetFen ?? null, drawsExpected: row.drawsExpected ?? null } };
}

function awardOf(award: PoolRow['prizes'][number]['award'], packs: ReadonlyMap<string, PackTerms>): Award {
  if (award.kind === 'voucher') return { kind: 'voucher', couponId: award.coupon };
  if (award.kind === 'goods') return { kind: 'goods', shopIds: award.shops ?? [] };
  if (award.kind !== 'pack') return award;
  const pack = packs.get(award.reward);
  if (pack === undefined) throw new Error(`Nobody said what the service pack ${award.reward} holds`);
  return { kind: 'pack', rewardId: award.reward, pack };
}

/** The instant (epoch ms) of a moment of programme time. */
export function instantOf(moment: string, offsetMinutes: number): number {
  const [hours = 0, minutes = 0] = moment.slice(11).split(':').map(Number);
  return startOfDayMs(moment.slice(0, 10), offsetMinutes) + (hours * 60 + minutes) * minuteMs;
}

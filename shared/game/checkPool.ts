import type { RefusalArgs } from '../kernel/refusal';
import { totalWeight } from './pick';
import type { PoolContent, PoolPlan, PoolTable, Prize } from './poolTypes';

/** The law's ceiling for one prize of a draw: ¥50 000. */
const prizeMaxFen = 5_000_000;
const weightMax = 1_000_000;

export const poolProblems = [
  'pool.period',
  'pool.oddsSum',
  'pool.oddsTooFine',
  'pool.prizeUnknown',
  'pool.prizeRepeated',
  'pool.tableTiers',
  'pool.prizeTooDear',
  'pool.prizeStock',
  'pool.valueMissing',
  'pool.fallbackLimited',
  'pool.guaranteeUncovered',
  'pool.coupon',
  'pool.couponLapses',
  'pool.overBudget',
  'pool.costUnknown',
] as const;
export type PoolProblem = (typeof poolProblems)[number];

/** What hinders a publication, with what its sentence needs. */
export interface Hindrance {
  readonly code: PoolProblem;
  readonly args: RefusalArgs;
}

/** What a pool's prizes can cost, in fen; null where nothing bounds it, or nobody said how many draws there will be. */
export interface PoolCost {
  readonly expectedFen: number | null;
  readonly worstFen: number | null;
}

/** Coupons that can be issued without a limit of their own (a pool's units are the limit), with the instant (epoch ms) when all their
 * vouchers lapse; null where each lives its own days. */
export type PromisableCoupons = ReadonlyMap<string, number | null>;

/** What must be mended before a pool may be published; empty means nothing. */
export function checkPool(content: PoolContent, plan: PoolPlan, coupons: PromisableCoupons, now: number): readonly Hindrance[] {
  const when = content.endsAt <= content.opensAt || content.endsAt <= now ? [hinder('pool.period')] : [];
  const prizes = [...content.prizes.flatMap(checkPrize), ...checkCoupons(content, coupons)];
  const tables = content.tables.flatMap((table) => checkTable(content, table));
  const shape = [...when, ...checkTiers(content.tables), ...tables, ...prizes, ...checkGuarantee(content)];
  // Costs mean something only of a pool that hangs together.
  return shape.length > 0 ? shape : checkCost(content, plan);
}

/**
 * Expected: draws × what one of the dearest table costs in the long run, its guarantee included; worst: every unit, and every draw the
 * dearest prize without a limit.
 */
export function costOf(content: PoolContent, { drawsExpected }: PoolPlan): PoolCost {
  const { prizes, tables, drawsMax, guarantee } = content;
  const means = tables.map((table) => meanCostOf(content, table));
  const draws = drawsMax ?? drawsExpected;
  const units = prizes.reduce((sum, prize) => sum + (prize.stock ?? 0) * worthOf(prize), 0);
  const guaranteed = prizes.find((prize) => prize.id === guarantee?.prizeId);
  const reserved = guaranteed === undefined || guarantee === null ? 0 : guarantee.reserve * worthOf(guaranteed);
  const dearestFree = Math.max(0, ...prizes.filter((prize) => prize.stock === null).map(worthOf));
  const free = dearestFree === 0 ? 0 : drawsMax === null ? null : drawsMax * dearestFree;
  return {
    expectedFen: draws === null ? null : Math.ceil(draws * Math.max(...means)),
    worstFen: free === null ? null : units + reserved + free,
  };
}

/** What a prize costs at least, in fen: its listed value, and of points what they pay at the till (1 point = 1 fen). */
function worthOf({ award, valueFen }: Prize): number {
  return award.kind === 'points' ? Math.max(valueFen, award.points) : valueFen;
}

/**
 * What a draw costs in the long run. With q the odds of a miss, a guarantee after N misses comes in qᴺ ÷ (1 + q + … + qᴺ) of all draws:
 * the share that a chain of 0 … N misses in a row spends at N.
 */
function meanCostOf({ prizes, guarantee }: PoolContent, { rows }: PoolTable): number {
  const total = totalWeight(rows);
  const priced = rows.map(({ prizeId, weight }) => ({ weight, prize: prizes.find(({ id }) => id === prizeId) }));
  const mean = priced.reduce((sum, { weight, prize }) => sum + weight * (prize === undefined ? 0 : worthOf(prize)), 0) / total;
  const guaranteed = prizes.find((prize) => prize.id === guarantee?.prizeId);
  if (guarantee === null || guaranteed === undefined) return mean;
  const q = priced.reduce((sum, { weight, prize }) => sum + (prize?.award.kind === 'thanks' ? weight : 0), 0) / total;
  const due = q === 1 ? 1 / (guarantee.misses + 1) : (q ** guarantee.misses * (1 - q)) / (1 - q ** (guarantee.misses + 1));
  return mean * (1 - due) + worthOf(guaranteed) * due;
}

function hinder<Code extends PoolProblem>(code: Code, args: RefusalArgs = {}): Hindrance & { readonly code: Code } {
  return { code, args };
}

function checkPrize(prize: Prize): readonly Hindrance[] {
  const { award, stock, perHour } = prize;
  const unpriced = prize.valueFen === 0 && (award.kind === 'goods' || award.kind === 'voucher' || award.kind === 'pack');
  const needsUnits = award.kind === 'goods' && stock === null;
  const cannotHaveUnits = award.kind === 'thanks' && stock !== null;
  return [
    ...(prize.id.includes('|') ? [hinder('pool.prizeUnknown', { prize: prize.id })] : []),
    ...(unpriced ? [hinder('pool.valueMissing', { prize: prize.id })] : []),
    ...(worthOf(prize) > prizeMaxFen ? [hinder('pool.prizeTooDear', { prize: prize.id })] : []),
    ...(needsUnits || cannotHaveUnits || (perHour !== null && stock === null) ? [hinder('pool.prizeStock', { prize: prize.id })] : []),
  ];
}

type UnkeptCoupon = Hindrance & { readonly code: 'pool.coupon' | 'pool.couponLapses' };

/** What of its vouchers a pool cannot promise to its last moment. */
export function checkCoupons({ prizes, endsAt }: PoolContent, coupons: PromisableCoupons): readonly UnkeptCoupon[] {
  return prizes.flatMap(({ award }): readonly UnkeptCoupon[] => {
    if (award.kind !== 'voucher') return [];
    const lapsesAt = coupons.get(award.couponId);
    if (lapsesAt === undefined) return [hinder('pool.coupon', { coupon: award.couponId })];
    return lapsesAt !== null && lapsesAt < endsAt ? [hinder('pool.couponLapses', { coupon: award.couponId })] : [];
  });
}

function checkTable({ prizes }: PoolContent, table: PoolTable): readonly Hindrance[] {
  const sum = totalWeight(table.rows);
  const ids = table.rows.map((row) => row.prizeId);
  const unknown = [...ids, table.fallback].find((id) => !prizes.some((prize) => prize.id === id));
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
  const fallback = prizes.find((prize) => prize.id === table.fallback);
  const limited = fallback !== undefined && (fallback.stock !== null || fallback.perHour !== null || fallback.memberMax !== null);
  return [
    ...(sum !== table.total ? [hinder('pool.oddsSum', { sum, total: table.total })] : []),
    ...(sum > weightMax ? [hinder('pool.oddsTooFine', { max: weightMax })] : []),
    ...(unknown !== undefined ? [hinder('pool.prizeUnknown', { prize: unknown })] : []),
    ...(repeated !== undefined ? [hinder('pool.prizeRepeated', { prize: repeated })] : []),
    ...(limited ? [hinder('pool.fallbackLimited', { prize: table.fallback })] : []),
  ];
}

/** One table per tier: either one for everybody, or none that shares a tier with another. */
function checkTiers(tables: readonly PoolTable[]): readonly Hindrance[] {
  const named = tables.flatMap((table) => table.tierIds);
  const forEverybody = tables.some((table) => table.tierIds.length === 0);
  const wrong = tables.length === 0 || new Set(named).size !== named.length || (forEverybody && tables.length > 1);
  return wrong ? [hinder('pool.tableTiers')] : [];
}

/** Nobody due may go unserved: the prize has no limit, or all draws together cannot make more guarantees than are reserved. */
function checkGuarantee({ guarantee, prizes, drawsMax }: PoolContent): readonly Hindrance[] {
  if (guarantee === null) return [];
  const prize = prizes.find((each) => each.id === guarantee.prizeId);
  if (prize === undefined) return [hinder('pool.prizeUnknown', { prize: guarantee.prizeId })];
  const covered = prize.stock === null || (drawsMax !== null && drawsMax <= guarantee.reserve * guarantee.misses);
  return covered && prize.award.kind !== 'thanks' ? [] : [hinder('pool.guaranteeUncovered', { prize: prize.id })];
}

function checkCost(content: PoolContent, plan: PoolPlan): readonly Hindrance[] {
  if (plan.budgetFen === null) return [];
  const { expectedFen, worstFen } = costOf(content, plan);
  const reckoned = worstFen ?? expectedFen;
  if (reckoned === null) return [hinder('pool.costUnknown')];
  return reckoned > plan.budgetFen ? [hinder('pool.overBudget', { cost: reckoned / 100, budget: plan.budgetFen / 100 })] : [];
}

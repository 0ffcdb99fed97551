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
  'pool.fallbackLimited',
  'pool.guaranteeUncovered',
  'pool.coupon',
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

/**
 * What must be mended before a pool may be published; empty means nothing. `coupons` are those that can be issued without a limit of
 * their own (the pool's units are the limit).
 */
export function checkPool(content: PoolContent, plan: PoolPlan, coupons: ReadonlySet<string>, now: number): readonly Hindrance[] {
  const when = content.endsAt <= content.opensAt || content.endsAt <= now ? [hinder('pool.period')] : [];
  const prizes = content.prizes.flatMap((prize) => checkPrize(prize, coupons));
  const tables = content.tables.flatMap((table) => checkTable(content, table));
  const shape = [...when, ...checkTiers(content.tables), ...tables, ...prizes, ...checkGuarantee(content)];
  // Costs mean something only of a pool that hangs together.
  return shape.length > 0 ? shape : checkCost(content, plan);
}

/** Expected: draws × the dearest table’s mean value; worst: every unit, and every draw the dearest prize without a limit. */
export function costOf({ prizes, tables, drawsMax, guarantee }: PoolContent, { drawsExpected }: PoolPlan): PoolCost {
  const valueOf = (prizeId: string): number => prizes.find((prize) => prize.id === prizeId)?.valueFen ?? 0;
  const means = tables.map(
    (table) => table.rows.reduce((sum, row) => sum + row.weight * valueOf(row.prizeId), 0) / totalWeight(table.rows),
  );
  const draws = drawsMax ?? drawsExpected;
  const units = prizes.reduce((sum, prize) => sum + (prize.stock ?? 0) * prize.valueFen, 0);
  const reserved = guarantee === null ? 0 : guarantee.reserve * valueOf(guarantee.prizeId);
  const dearestFree = Math.max(0, ...prizes.filter((prize) => prize.stock === null).map((prize) => prize.valueFen));
  const free = dearestFree === 0 ? 0 : drawsMax === null ? null : drawsMax * dearestFree;
  return {
    expectedFen: draws === null ? null : Math.ceil(draws * Math.max(...means)),
    worstFen: free === null ? null : units + reserved + free,
  };
}

function hinder(code: PoolProblem, args: RefusalArgs = {}): Hindrance {
  return { code, args };
}

function checkPrize(prize: Prize, coupons: ReadonlySet<string>): readonly Hindrance[] {
  const { award, stock, perHour } = prize;
  const needsUnits = award.kind === 'goods' && stock === null;
  const cannotHaveUnits = award.kind === 'thanks' && stock !== null;
  return [
    ...(prize.id.includes('|') ? [hinder('pool.prizeUnknown', { prize: prize.id })] : []),
    ...(prize.valueFen > prizeMaxFen ? [hinder('pool.prizeTooDear', { prize: prize.id })] : []),
    ...(needsUnits || cannotHaveUnits || (perHour !== null && stock === null) ? [hinder('pool.prizeStock', { prize: prize.id })] : []),
    ...(award.kind === 'voucher' && !coupons.has(award.couponId) ? [hinder('pool.coupon', { coupon: award.couponId })] : []),
  ];
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

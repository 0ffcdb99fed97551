import type { Plan, Sale } from './planActs';

const dayMs = 86_400_000;
const returnDays = 7;
/** Scores at which the tiers begin (product.md, Defaults). */
const tiers = [
  ['galaxy', 20_000],
  ['lantern', 5_000],
  ['candle', 1_000],
] as const;

/** Where a customer must stand at the end. */
export interface Standing {
  readonly pending: number;
  readonly available: number;
  readonly debt: number;
  readonly tier: string;
}

/**
 * The same rule once more, over the file alone: a purchase earns one point a yuan, floored, and keeps floor(earned × what is left ÷ what
 * was paid), each line by one floor over the units left. Released after seven days; the tier is what the released points reach, since
 * nothing lapses and no review falls into thirteen months.
 */
export function reckon({ acts }: Plan, endMs: number): ReadonlyMap<string, Standing> {
  const sales = new Map<string, { readonly sale: Sale; readonly left: number[] }>();
  for (const act of acts) {
    if (act.kind === 'sale') sales.set(act.orderNo, { sale: act, left: act.lines.map(({ units }) => units) });
    else for (const { line, units } of act.lines) takeUnits(sales.get(act.orderNo)?.left, line, units);
  }
  const sums = new Map<string, { pending: number; released: number }>();
  for (const { sale, left } of sales.values()) {
    const paid = sale.lines.reduce((sum, { fen }) => sum + fen, 0);
    const rest = sale.lines.reduce((sum, { fen, units }, line) => sum + Math.floor((fen * (left[line] ?? 0)) / units), 0);
    const kept = Math.floor((Math.floor(paid / 100) * rest) / paid);
    const sum = sums.get(sale.customer) ?? { pending: 0, released: 0 };
    sums.set(sale.customer, sum);
    const released = Math.floor(sale.atMs / dayMs) + returnDays <= Math.floor(endMs / dayMs);
    if (released) sum.released += kept;
    else sum.pending += kept;
  }
  return new Map([...sums].map(([customer, { pending, released }]) => [customer, standingOf(pending, released)]));
}

function takeUnits(left: number[] | undefined, line: number, units: number): void {
  if (left?.[line] !== undefined) left[line] -= units;
}

function standingOf(pending: number, released: number): Standing {
  const tier = tiers.find(([, score]) => released >= score)?.[0] ?? 'firefly';
  return { pending, available: released, debt: 0, tier };
}

import { performance } from 'node:perf_hooks';
import { bestSet, candidatesOf, stackExactMax } from '@shared/voucher/stack';
import type { GiftWorth } from '@shared/voucher/searchBest';
import type { StackLine, StackVoucher } from '@shared/voucher/stackDiscount';
import { seededRandom } from '../../config/demo/seededRandom';
import { quantile } from './timing';
import { figure, type Row } from './row';

const casesCount = 5_000;
const linesCount = 20;
const everywhere = { shopIds: [], productIds: [] };
const categories = ['tea', 'bread', 'home'];

interface Case {
  readonly lines: readonly StackLine[];
  readonly vouchers: readonly StackVoucher[];
  readonly worth: GiftWorth;
}

/**
 * The search for the best legal set among as many usable vouchers as it looks at exactly, at baskets of 20 lines, with a spend-and-gift
 * step at the edge: no two vouchers share a group and none stands alone, so that every set of them is legal.
 */
export function stack(): Promise<readonly Row[]> {
  const random = seededRandom(12);
  const took = Array.from({ length: casesCount }, () => {
    const { lines, vouchers, worth } = hardCase(random);
    const began = performance.now();
    bestSet(lines, candidatesOf(lines, vouchers), worth);
    return performance.now() - began;
  });
  return Promise.resolve([
    figure('stack.cold', took[0] ?? NaN, 'ms'),
    figure('stack.median', quantile(took, 0.5), 'ms'),
    figure('stack.p99', quantile(took, 0.99), 'ms'),
    figure('stack.worst', Math.max(...took), 'ms'),
  ]);
}

function hardCase(random: () => number): Case {
  const whole = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  const pick = <Value>(from: readonly Value[]): Value => from[whole(0, from.length - 1)] as Value;
  const lines = Array.from({ length: linesCount }, () => ({ categoryId: pick(categories), units: 1, reducedFen: whole(1_000, 9_000) }));
  const sumFen = lines.reduce((sum, { reducedFen }) => sum + reducedFen, 0);
  const vouchers = Array.from({ length: stackExactMax }, (_, index): StackVoucher => {
    const id = `v${String(index).padStart(2, '0')}`;
    const stacking = { group: id, exclusive: false, order: whole(1, 3), on: pick(['original', 'reduced'] as const) };
    const scope = { ...everywhere, categoryIds: pick([[], [], ['tea'], ['bread', 'home']]) };
    const benefit =
      random() < 0.5
        ? ({ kind: 'amountOff', thresholdFen: 0, offFen: whole(500, 9_000) } as const)
        : ({ kind: 'percentOff', thresholdFen: 0, percentOff: whole(1, 40), capFen: pick([null, whole(500, 9_000)]) } as const);
    return { id, endsOn: pick(['2026-12-01', '2026-12-31']), benefit, scope, stacking };
  });
  return { lines, vouchers, worth: giftAt(Math.floor(sumFen * (0.2 + 0.6 * random())), whole(1_000, 20_000)) };
}

/** One step: a reward of so much worth for whoever still pays so much. */
function giftAt(thresholdFen: number, valueFen: number): GiftWorth {
  const sumOf = (left: readonly number[]): number => left.reduce((sum, fen) => sum + fen, 0);
  const of = (left: readonly number[]): number => (sumOf(left) >= thresholdFen ? valueFen : 0);
  return {
    of,
    atMost: (left, moreFen) => (of(left) === 0 ? moreFen : Math.max(moreFen, Math.min(moreFen, sumOf(left) - thresholdFen) + valueFen)),
  };
}

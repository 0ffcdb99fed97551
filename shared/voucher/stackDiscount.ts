import { percentOfFen } from '../kernel/money';
import { takeSpread } from '../purchase/spread';
import type { Benefit, Coupon, Scope, Stacking, Voucher } from './types';

/** A line as vouchers see it: what it costs after step 2 of the till's price. */
export interface StackLine {
  readonly categoryId: string;
  readonly productId?: string | undefined;
  readonly units: number;
  /** Price of all its units after member price or discount day, in fen. */
  readonly reducedFen: number;
}

/** A voucher as stacking sees it: its own id and end, its coupon's benefit and rules. */
export interface StackVoucher {
  readonly id: string;
  readonly endsOn: string;
  readonly benefit: Benefit;
  readonly scope: Scope;
  readonly stacking: Stacking;
}

/** A voucher at a basket: with the places of its eligible lines. */
export interface Candidate extends StackVoucher {
  readonly eligible: readonly number[];
}

/** What stacking needs of a voucher and its coupon. */
export function stackVoucher(voucher: Voucher, coupon: Coupon): StackVoucher {
  const { benefit, scope, stacking } = coupon;
  return { id: voucher._id, endsOn: voucher.endsOn ?? '', benefit, scope, stacking };
}

/** The places of the lines a voucher is for: its categories and its products, and for a goods voucher that product. */
export function eligibleLines(lines: readonly StackLine[], { benefit, scope }: Pick<StackVoucher, 'benefit' | 'scope'>): readonly number[] {
  const isEligible = ({ categoryId, productId = '' }: StackLine): boolean =>
    (scope.categoryIds.length === 0 || scope.categoryIds.includes(categoryId)) &&
    (scope.productIds.length === 0 || scope.productIds.includes(productId)) &&
    (benefit.kind !== 'goods' || benefit.productId === productId);
  return lines.flatMap((line, place) => (isEligible(line) ? [place] : []));
}

/** The sum after step 2 over a voucher's eligible lines, which its threshold is held against. */
export function eligibleFen(lines: readonly StackLine[], eligible: readonly number[]): number {
  return eligible.reduce((sum, place) => sum + (lines[place]?.reducedFen ?? 0), 0);
}

/**
 * What a voucher takes off when `left` is what earlier vouchers left of each line, in fen: at most what is left on its eligible lines.
 * Percentages are rounded half up once per voucher; a goods voucher is worth one unit, the dearest if there are several lines of it.
 */
export function discountOf(lines: readonly StackLine[], { benefit, stacking, eligible }: Candidate, left: readonly number[]): number {
  let leftFen = 0;
  for (const place of eligible) leftFen += left[place] ?? 0;
  const original = stacking.on === 'original';
  switch (benefit.kind) {
    case 'amountOff':
      return Math.min(benefit.offFen, leftFen);
    case 'percentOff': {
      const off = percentOfFen(original ? eligibleFen(lines, eligible) : leftFen, benefit.percentOff);
      return Math.min(off, benefit.capFen ?? off, leftFen);
    }
    case 'goods': {
      const unitFen = (place: number): number => {
        const { reducedFen = 0, units = 1 } = lines[place] ?? {};
        return Math.round((original ? reducedFen : (left[place] ?? 0)) / units);
      };
      return Math.min(Math.max(0, ...eligible.map(unitFen)), leftFen);
    }
    case 'experience':
      return 0;
  }
}

/** What is left of each line once a discount has gone to a voucher's eligible lines, spread by what is left of them. */
export function takeOff(left: readonly number[], { eligible }: Candidate, discountFen: number): readonly number[] {
  return takeSpread(discountFen, left, eligible);
}

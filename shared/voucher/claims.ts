import type { Claim } from './types';

/** Whether a claim counts towards its coupon's limit per member: not any more once what it gave was given back. */
export function stands({ cancelledAt }: Claim): boolean {
  return cancelledAt === undefined;
}

/** The lowest number that none of a member's standing claims of one coupon has; one that was given back frees its number. */
export function firstFreeClaim(claims: readonly Claim[]): number {
  const numbers = new Set(claims.filter(stands).map(({ _id }) => Number(_id.slice(_id.lastIndexOf(':') + 1))));
  let number = 1;
  while (numbers.has(number)) number += 1;
  return number;
}

import { hmacSha256, sha256Hex } from '../kernel/digest';

const half = 2 ** 24;
const halfDigits = 6;

/** What a draw's number is made of. */
export interface Ticket {
  readonly poolId: string;
  readonly revision: number;
  readonly drawer: string;
  readonly counter: number;
  readonly nonce: string;
}

/** Who draws, without saying who: SHA-256 of `<member>|<pool>` (product.md, Exact readings, Draw). */
export function drawerOf(memberId: string, poolId: string): string {
  return sha256Hex(`${memberId}|${poolId}`);
}

/** What is published of a secret before it is told: SHA-256 of its 64 hex digits. */
export function secretHashOf(secretHex: string): string {
  return sha256Hex(secretHex);
}

/** A draw's number: the first 48 bits, in hex, of HMAC-SHA-256(secret, `v1|pool|revision|drawer|counter|nonce`). */
export function drawNumber(secretHex: string, { poolId, revision, drawer, counter, nonce }: Ticket): string {
  const mac = hmacSha256(secretHex, `v1|${poolId}|${revision}|${drawer}|${counter}|${nonce}`);
  return Array.from(mac.slice(0, 2 * (halfDigits / 2)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Where a number falls in a table of total weight W ≤ 1 000 000: floor(x × W ÷ 2^48), exactly. In halves of 24 bits, since the product
 * does not fit a double: pick = ⌊(hi·W + ⌊lo·W/2^24⌋)/2^24⌋.
 */
export function pickOf(x: string, totalWeight: number): number {
  const high = parseInt(x.slice(0, halfDigits), 16);
  const low = parseInt(x.slice(halfDigits), 16);
  return Math.floor((high * totalWeight + Math.floor((low * totalWeight) / half)) / half);
}

/** The first row, in frozen order, whose cumulative weight is above the pick. */
export function rowAt<Row extends { readonly weight: number }>(rows: readonly Row[], pick: number): Row {
  let below = 0;
  for (const row of rows) {
    below += row.weight;
    if (below > pick) return row;
  }
  throw new Error(`A pick of ${pick} lies outside a table of ${below}`);
}

/** The sum of a table's weights. */
export function totalWeight(rows: readonly { readonly weight: number }[]): number {
  return rows.reduce((sum, row) => sum + row.weight, 0);
}

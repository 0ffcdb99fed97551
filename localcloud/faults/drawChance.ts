import { createHash } from 'node:crypto';

const drawBits = 48;

/**
 * A chance from 0 (included) to 1 (excluded) that depends on nothing but the seed, the fault's name and the number of the occasion:
 * a run with the same seed decides the same, whatever else was ordered beside it.
 */
export function drawChance(seed: number, name: string, occasion: number): number {
  const digest = createHash('sha256').update(`${seed}/${name}/${occasion}`).digest();
  return digest.readUIntBE(0, drawBits / 8) / 2 ** drawBits;
}

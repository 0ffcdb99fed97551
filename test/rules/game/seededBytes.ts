import type { RandomBytes } from '@shared/kernel/id';
import { seededRandom } from '../../../config/demo/seededRandom';

/** Random bytes that are the same for the same seed. */
export function seededBytes(seed: number): RandomBytes {
  const random = seededRandom(seed);
  return (count) => Uint8Array.from({ length: count }, () => Math.floor(random() * 256));
}

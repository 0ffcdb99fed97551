import type { IconName } from '@/ui/icons';

const pictures = ['lantern', 'rewards', 'book', 'bag', 'cup'] as const satisfies readonly IconName[];

/** A picture for a reward that has none of its own: always the same one for the same id. */
export function rewardIcon(rewardId: string): IconName {
  let sum = 0;
  for (let index = 0; index < rewardId.length; index += 1) sum = (sum * 31 + rewardId.charCodeAt(index)) % 9_973;
  return pictures[sum % pictures.length] ?? 'rewards';
}

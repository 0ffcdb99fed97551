import type { GivenView, RewardView } from '@shared/checkin/contract';
import type { Bilingual } from '@shared/kernel/bilingual';
import type { Copy } from '@/copy/zh';

/** A reward in words: `30 points`, `a voucher`. */
export function rewardText({ kind, amount }: RewardView, words: Copy['checkin']): string {
  return words.rewards[kind](amount);
}

/** What was given, in words; a voucher by its name. */
export function givenText({ points, chances, voucher }: GivenView, words: Copy['checkin'], say: (name: Bilingual) => string): string {
  if (voucher !== null) return say(voucher);
  return chances > 0 ? words.rewards.chance(chances) : words.rewards.points(points);
}

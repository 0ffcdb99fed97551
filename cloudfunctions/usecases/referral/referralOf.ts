import type { Referral } from '@shared/referral/types';
import { find } from '../../adapters/database';

/** The referral that an inviter or an operator names by its friend's id. */
export async function referralOf(friendId: string): Promise<Referral | null> {
  return (await find('referrals', { friendId }, { limit: 1 }))[0] ?? null;
}

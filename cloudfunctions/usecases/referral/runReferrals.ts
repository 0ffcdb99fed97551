import { dayOf } from '@shared/kernel/time';
import { loadProgramme } from '../store/loadProgramme';
import { pacer } from '../store/pacer';
import { followPurchases } from './followPurchases';
import { forgetTouches } from './forgetTouches';
import type { ReferralRun } from './referralRun';
import { rewardFriends } from './rewardFriends';

/** start, referral, purchase, members, inviter, account, entries, account, referral, inviter, purchase, message, leaving,
 * message, commit. */
const operationsPerFriend = 15;

/**
 * Takes invitations further: friends who have bought, rewards whose return period is over, touches that no longer count. Every step is a
 * transaction of its own that looks again, so that running twice, or being killed, changes nothing. While inviting is switched off only
 * forgetting goes on.
 */
export async function runReferrals(now: number, clock: () => number, untilMs: number, batch: number): Promise<object> {
  const programme = await loadProgramme(now);
  const rest = pacer({ operationsPerSecond: programme.jobOperationsPerSecond, clock, untilMs }, operationsPerFriend);
  const run: ReferralRun = { programme, today: dayOf(now, programme.offsetMinutes), now, clock, untilMs, batch, rest };
  const forgotten = await forgetTouches(run);
  if (!programme.referral.on) return { ...forgotten, followed: 0, rewarded: 0, more: forgotten.more };
  const paid = await rewardFriends(run);
  const bought = await followPurchases(run);
  return { ...forgotten, ...bought, ...paid, more: forgotten.more || bought.more || paid.more };
}

import { accept } from '@shared/kernel/refusal';
import { dayMs } from '@shared/kernel/time';
import { find } from '../../adapters/database';
import { transact } from '../../adapters/transact';
import type { ReferralRun } from './referralRun';

/** So long an inviter still sees that a touch came to nothing. */
const shownMs = 7 * dayMs;

/** Removes touches of people who did not join, a week after they stopped counting: their keyed hash is not kept any longer. */
export async function forgetTouches({ now, clock, untilMs, batch, rest }: ReferralRun): Promise<{ forgotten: number; more: boolean }> {
  const over = await find(
    'referrals',
    { state: 'opened', openUntil: { op: 'lte', value: now - shownMs } },
    { limit: batch, order: [['openUntil', 'asc']] },
  );
  let forgotten = 0;
  for (const { _id } of over) {
    if (clock() >= untilMs) return { forgotten, more: true };
    const outcome = await transact(async (transaction) => {
      const referral = await transaction.get('referrals', _id);
      if (referral?.state !== 'opened' || referral.openUntil > now - shownMs) return accept(0);
      await transaction.remove('referrals', _id);
      return accept(1);
    });
    if (outcome.ok) forgotten += outcome.value;
    await rest();
  }
  return { forgotten, more: over.length === batch };
}

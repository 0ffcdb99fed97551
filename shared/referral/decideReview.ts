import { accept, refuse, type Outcome } from '../kernel/refusal';
import type { Referral, ReferralReview } from './types';

/**
 * Somebody decides about a referral that waits: approved it goes on from where it stood, refused it ends. Saying the same again changes
 * nothing.
 */
export function decideReview(referral: Referral, review: ReferralReview): Outcome<Referral, 'referral.decided'> {
  const { reviewed } = referral;
  const said = reviewed?.staffId === review.staffId && reviewed.approved === review.approved && reviewed.reason === review.reason;
  if (referral.review !== 'waiting') return said ? accept(referral) : refuse('referral.decided');
  const seen: Referral = { ...referral, reviewAt: review.at, reviewed: review };
  if (!review.approved) {
    return accept({ ...seen, review: 'refused', state: 'refused', stateAt: review.at, reason: 'review', dueOn: null, gift: 'none' });
  }
  const state = referral.purchase === null ? 'joined' : 'purchased';
  return accept({ ...seen, review: 'approved', state, stateAt: review.at, reason: null, dueOn: referral.purchase?.releaseOn ?? null });
}

/** Whether its inviter may ask once that somebody looks again: where a rule or a person refused somebody who did join. */
export function canAppeal({ state, reason, joinedAt, appeal }: Referral): boolean {
  const judged = reason !== null && !['phone', 'monthFull', 'inviterLeft', 'notJoined', 'noPurchase', 'refunded'].includes(reason);
  return state === 'refused' && judged && joinedAt !== null && appeal === null;
}

type AppealRefusal = 'referral.appealed' | 'referral.noAppeal' | 'key.reused';

/** The inviter asks that somebody looks again, once. The same tap again changes nothing. */
export function decideAppeal(
  referral: Referral,
  appeal: { readonly key: string; readonly at: number; readonly words: string },
): Outcome<Referral, AppealRefusal> {
  const before = referral.appeal;
  if (before !== null) {
    if (before.key !== appeal.key) return refuse('referral.appealed');
    return before.words === appeal.words ? accept(referral) : refuse('key.reused');
  }
  if (!canAppeal(referral)) return refuse('referral.noAppeal');
  return accept({ ...referral, appeal, review: 'waiting', reviewAt: appeal.at });
}

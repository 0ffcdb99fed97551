import type { Inviter, Referral } from '@shared/referral/types';
import type { Snapshot } from '../takeSnapshot';
import { accountsOf } from './accountsOf';
import { grouped, repeated, spoilFirst, total, type Invariant } from './invariant';

/** Each friend has one inviter and one reward, for a purchase that is kept; steps and months hold; the entries are just those. */
export const friendsOnce: Invariant = {
  name: 'friends: one inviter, one reward for a kept purchase, steps once, months within their cap',
  check(documents) {
    const { referrals, inviters } = documents;
    const joined = referrals.filter(({ joinedAt }) => joinedAt !== null);
    const byInviter = grouped(referrals, ({ inviterId }) => inviterId);
    const wrong = [
      ...repeated('invitee', joined, ({ inviteeId }) => String(inviteeId)),
      ...referrals.flatMap((referral) => restsOn(referral, documents).map((what) => `friend ${referral.friendId}: ${what}`)),
      ...inviters.flatMap((inviter) =>
        addsUp(inviter, byInviter.get(inviter._id) ?? [], documents).map((what) => `inviter ${inviter._id}: ${what}`),
      ),
      ...circles(joined),
    ];
    return { looked: referrals.length + inviters.length, wrong };
  },
  spoil: ({ referrals, inviters }) =>
    spoilFirst(
      referrals,
      // Of an inviter who has left nothing is counted any more.
      ({ state, inviterId }) => state === 'rewarded' && inviters.some(({ _id }) => _id === inviterId),
      () => ({ state: 'purchased' as const }),
    ),
};

function restsOn(referral: Referral, { purchases, familyInvites }: Snapshot): readonly string[] {
  if (referral.state !== 'rewarded') return [];
  const purchase = purchases.find(({ _id }) => _id === referral.purchase?.id);
  if (purchase === undefined || referral.reward === null) return ['rewarded for nothing'];
  const kept = purchase.undo === null && purchase.payableFen > purchase.refunded.payableFen;
  return [
    ...(kept ? [] : ['rewarded for a purchase that was taken back']),
    ...(purchase.memberId === referral.inviteeId ? [] : ['rewarded for somebody else’s purchase']),
    ...(purchase.takenAt >= (referral.joinedAt ?? Infinity) ? [] : ['rewarded for a purchase before joining']),
    ...(purchase.referralId === referral._id ? [] : ['its purchase does not know of it']),
    ...(referral.reward.day >= purchase.releaseOn ? [] : ['rewarded within the return period']),
    ...(accountsOf({ familyInvites })(referral.inviterId).has(referral.reward.accountId) ? [] : ['somebody else was rewarded']),
  ];
}

function addsUp(inviter: Inviter, own: readonly Referral[], { entries, programme }: Snapshot): readonly string[] {
  const policy = programme[0]?.referral;
  const rewarded = own.filter(({ state }) => state === 'rewarded');
  const posted = entries.filter(({ kind, source }) => kind === 'referral' && own.some(({ friendId }) => source.startsWith(friendId)));
  const net = total(posted, ({ availableDelta, debtDelta }) => availableDelta - debtDelta);
  const due = total(rewarded, ({ reward }) => reward?.points ?? 0) + total(inviter.steps, ({ points }) => points);
  const reached = policy?.steps.filter(({ friends }) => friends <= rewarded.length).length ?? 0;
  const months = grouped(
    posted.filter(({ source }) => !source.includes(':')),
    ({ day }) => day.slice(0, 7),
  );
  return [
    ...(inviter.rewarded === rewarded.length ? [] : [`${inviter.rewarded} counted, ${rewarded.length} rewarded`]),
    ...(inviter.steps.length === reached ? [] : [`${inviter.steps.length} steps held, ${reached} reached`]),
    ...(net === due ? [] : [`${net} points posted, ${due} due`]),
    ...[...months]
      .filter(([, each]) => each.length > (policy?.perMonthMax ?? 0))
      .map(([month, each]) => `${each.length} rewards in ${month}`),
  ];
}

/** Nobody is rewarded for somebody whose friend they are themselves. */
function circles(joined: readonly Referral[]): readonly string[] {
  const inviterOf = new Map(joined.map(({ inviteeId, inviterId }) => [inviteeId, inviterId]));
  const round = joined.filter(({ inviteeId, inviterId, state }) => state === 'rewarded' && inviterOf.get(inviterId) === inviteeId);
  return round.map(({ friendId }) => `friend ${friendId}: a circle of two`);
}

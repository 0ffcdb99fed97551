import type { Act, Seat } from '../seat';
import { takeSeat } from '../takeSeat';
import { join } from './join';

/** New people come as long as there are fewer than this; then those who came shop and refund. */
const friendsMax = 60;

/** Shows one's own invitation; asks once about somebody who was refused. */
async function lookAtFriends({ say, key, pick, arena, openid }: Seat): Promise<void> {
  const view = await say('member', 'referral.mine', {});
  if (view === null) return;
  arena.seen.invitations.set(openid, view.invitationId);
  const refused = pick(view.friends.filter((friend) => friend.canAppeal));
  if (refused !== undefined) await say('member', 'referral.appeal', { key: key(), friend: refused.id, words: 'we work together' });
}

/** A member opens somebody's invitation, perhaps their own. */
async function openAnother({ say, pick, arena }: Seat): Promise<void> {
  const invitation = pick([...arena.seen.invitations.values()]);
  if (invitation !== undefined) await say('member', 'referral.open', { invitation, way: 'link' });
}

/** Somebody new opens one or two invitations at once and joins, twice at the same time. */
async function bringFriend(seat: Seat): Promise<void> {
  const { arena, pick, between, random } = seat;
  // Few inviters, so that they come to their caps, and friends come faster than word of mouth.
  const invitations = [...arena.seen.invitations.values()].slice(0, 3);
  const [first, second] = [pick(invitations), pick(invitations)];
  if (first === undefined || second === undefined || arena.seen.friends.length >= friendsMax) return;
  const number = between(1_000_000, 900_000_000);
  const friend = takeSeat(arena, number, 'shopper', `friend-${number}`);
  arena.seen.friends.push(friend.openid);
  await Promise.all([
    friend.say('member', 'referral.open', { invitation: first, way: 'poster' }),
    random() < 0.5 ? friend.say('member', 'referral.open', { invitation: second, way: 'card' }) : null,
  ]);
  await Promise.all([join(friend), join(friend)]);
}

/** Somebody looks at what waits, and decides. */
async function review({ say, pick, random }: Seat): Promise<void> {
  const queue = await say('console', 'referral.queue', {});
  const row = pick(queue?.rows ?? []);
  if (row !== undefined) await say('console', 'referral.review', { friend: row.friend, approve: random() < 0.7, reason: 'seen' });
}

/** What people do with invitations. */
export const referralActs: readonly Act[] = [
  { name: 'look at friends', parts: ['shopper'], weight: 3, perform: lookAtFriends },
  { name: 'open an invitation', parts: ['shopper'], weight: 1, perform: openAnother },
  { name: 'bring a friend', parts: ['shopper'], weight: 3, perform: bringFriend },
  { name: 'review an invitation', parts: ['operator'], weight: 4, perform: review },
  { name: 'the job of invitations', parts: ['timer'], weight: 0.5, perform: ({ runJob }) => runJob('referral') },
];

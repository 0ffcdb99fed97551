import { accept, type Outcome } from '@shared/kernel/refusal';
import type { Day } from '@shared/kernel/time';
import { decideJoined, withJoin } from '@shared/referral/decideJoined';
import { judgeSignals } from '@shared/referral/judgeSignals';
import { stepMessage } from '@shared/referral/stepMessage';
import { decideTouch, inviteeHash, touchIsOver, type Touch } from '@shared/referral/touch';
import type { Inviter } from '@shared/referral/types';
import type { Programme } from '@shared/store/programme';
import { find, get } from '../../adapters/database';
import { masterKey } from '../../adapters/masterKey';
import type { Caller } from '../../adapters/serve';
import type { Transaction } from '../../adapters/transact';
import { queueMessage } from '../message/queueMessage';
import { prepareIssue, type PreparedIssue } from '../voucher/issue';
import { freshId } from './findInviter';
import { giveGift, type InviteeGift } from './giveGift';

/** How far back the chain of inviters is followed. */
const chainMax = 3;

/** What joining by an invitation needs, looked up before the transaction. */
export interface Attribution {
  readonly touch: Touch;
  readonly chain: readonly string[];
  readonly prepared: PreparedIssue | null;
}

/** Whose friend somebody is who joins now: the touch that counts, or else what they say themselves; null for everybody else. */
export async function prepareAttribution(
  caller: Caller,
  claimed: string | undefined,
  { referral }: Programme,
): Promise<Attribution | null> {
  if (!referral.on) return null;
  const hash = inviteeHash(masterKey(), caller.openid);
  const before = await get('referrals', hash);
  const open = before === null || touchIsOver(before, caller.now);
  const invitationId = open ? claimed : before.state === 'opened' ? before.invitationId : undefined;
  const invitation = invitationId === undefined ? null : await get('invitations', invitationId);
  const inviter = invitation?.closedAt === null ? await get('inviters', invitation.inviterId) : null;
  if (inviter === null) return null;
  const [chain, prepared] = await Promise.all([
    chainOf(inviter._id),
    referral.inviteeCoupon === null ? null : prepareIssue(referral.inviteeCoupon, caller.now, caller.random),
  ]);
  const touch: Touch = { hash, inviter, friendId: freshId(caller), way: 'link', at: caller.now };
  return { touch, chain, prepared };
}

/** Who invited the inviter, and so on, nearest first: keyed hashes. */
async function chainOf(inviterId: string): Promise<readonly string[]> {
  const chain: string[] = [];
  for (let inviteeId = inviterId; chain.length < chainMax;) {
    const [above] = await find('referrals', { inviteeId }, { limit: 1 });
    if (above === undefined) break;
    chain.push(above.inviterHash);
    inviteeId = above.inviterId;
  }
  return chain;
}

interface Joining {
  readonly memberId: string;
  readonly caller: Caller;
  readonly today: Day;
  readonly programme: Programme;
  /** Whether they gave a card back not long ago. */
  readonly knownBefore: boolean;
}

const nothing: InviteeGift = { vouchers: 0, points: 0 };

/** In the transaction of joining: the referral goes on, the inviter is told, and the gift is given when nothing speaks against it. */
export async function attribute(
  transaction: Transaction,
  attribution: Attribution | null,
  { memberId, caller, today, programme, knownBefore }: Joining,
): Promise<Outcome<InviteeGift, 'taken'>> {
  if (attribution === null) return accept(nothing);
  const { touch, prepared } = attribution;
  const before = await transaction.get('referrals', touch.hash);
  const opened = decideTouch(before, touch) ?? before;
  const inviter = await transaction.get('inviters', touch.inviter._id);
  if (inviter === null || opened?.state !== 'opened' || opened.inviterId !== inviter._id) return accept(nothing);
  const join = { memberId, device: caller.device, at: caller.now };
  const joined = decideJoined(opened, join, judgeSignals(factsOf(attribution, inviter, join, knownBefore)));
  const held = programme.referral.needsPhone || joined.gift === 'waiting' || joined.state === 'refused';
  const receiver = { memberId, accountId: memberId, at: caller.now, today };
  const gift = held ? accept(nothing) : await giveGift(transaction, prepared, programme.referral, receiver);
  if (!gift.ok) return gift;
  const waits = held && joined.state !== 'refused';
  await transaction.put('referrals', { ...joined, gift: waits ? 'waiting' : held ? 'none' : 'given' });
  await transaction.put('inviters', withJoin(inviter, join));
  const told = stepMessage(joined, { step: joined.state === 'refused' ? 'refused' : 'joined' }, caller.now);
  await queueMessage(transaction, told);
  return gift;
}

function factsOf(
  { touch, chain }: Attribution,
  inviter: Inviter,
  { device, at }: { readonly device: string; readonly at: number },
  knownBefore: boolean,
): Parameters<typeof judgeSignals>[0] {
  return {
    at,
    inviteeHash: touch.hash,
    inviterHash: inviter.hash,
    inviterChain: chain,
    knownBefore,
    phones: { invitee: null, inviter: null },
    device,
    inviterDevice: inviter.device,
    recent: inviter.recent,
  };
}

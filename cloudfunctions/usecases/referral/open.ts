import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import type { OpenedInvitation, OpenStanding } from '@shared/referral/contract';
import { decideTouch, inviteeHash, refusedAsMember, type Touch } from '@shared/referral/touch';
import type { Inviter, Referral, ReferralWay } from '@shared/referral/types';
import { maskedName } from '@shared/referral/view';
import { get } from '../../adapters/database';
import { masterKey } from '../../adapters/masterKey';
import type { Caller } from '../../adapters/serve';
import { transact } from '../../adapters/transact';
import { loadProgramme } from '../store/loadProgramme';
import { freshId, memberById } from './findInviter';
import { viewTerms } from './viewTerms';

interface Opening {
  readonly invitation: string;
  readonly way: ReferralWay;
}

type OpenOutcome = Outcome<OpenedInvitation, 'referral.unknown' | 'referral.off' | 'busy.tryAgain'>;

/**
 * Somebody opens an invitation: their first touch is kept for 30 days under a keyed hash, and nothing else of them. Opening again, or
 * another one, changes nothing.
 */
export async function open(caller: Caller, { invitation, way }: Opening): Promise<OpenOutcome> {
  const programme = await loadProgramme(caller.now);
  if (!programme.referral.on) return refuse('referral.off');
  const found = await get('invitations', invitation);
  if (found?.closedAt !== null) return refuse('referral.unknown');
  const [inviter, inviting, terms] = await Promise.all([
    get('inviters', found.inviterId),
    memberById(found.inviterId),
    viewTerms(programme, caller.now),
  ]);
  if (inviter === null || inviting === null) return refuse('referral.unknown');
  const said = { from: maskedName(inviting.nickname), terms, offsetMinutes: programme.offsetMinutes };
  if (inviting._id === caller.openid) return accept({ standing: 'own', until: null, ...said });
  const touched = await touch(caller, inviter, way);
  if (!touched.ok) return touched;
  const { standing, until } = touched.value;
  return accept({ standing, until, ...said });
}

type Touched = { readonly standing: OpenStanding; readonly until: number | null };

async function touch(caller: Caller, inviter: Inviter, way: ReferralWay): Promise<Outcome<Touched, 'busy.tryAgain'>> {
  const made: Touch = { hash: inviteeHash(masterKey(), caller.openid), inviter, friendId: freshId(caller), way, at: caller.now };
  return transact(async (transaction): Promise<Outcome<Touched>> => {
    const [member, before] = [await transaction.get('members', caller.openid), await transaction.get('referrals', made.hash)];
    if (member !== null) {
      if (before === null) await transaction.put('referrals', refusedAsMember(made, member.memberId));
      return accept({ standing: 'member', until: null });
    }
    const fresh = decideTouch(before, made);
    if (fresh !== null) await transaction.put('referrals', fresh);
    return accept(standingOf(fresh ?? before, inviter));
  });
}

function standingOf(kept: Referral | null, inviter: Inviter): Touched {
  return kept?.inviterId === inviter._id ? { standing: 'stranger', until: kept.openUntil } : { standing: 'other', until: null };
}

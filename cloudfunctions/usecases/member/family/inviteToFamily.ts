import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { familyInviteMs, familyOf, hasRoom, type FamilyMax } from '@shared/member/family';
import { familyCodeOf } from '@shared/member/familyCodeOf';
import type { FamilyInviteView } from '@shared/member/familyContract';
import type { FamilyInvite } from '@shared/member/familyTypes';
import { masterKey } from '../../../adapters/masterKey';
import type { Caller } from '../../../adapters/serve';
import { transact, type Transaction } from '../../../adapters/transact';
import { loadProgramme } from '../../store/loadProgramme';
import { findMember } from '../findMember';

type InviteRefusal = 'family.notHolder' | 'family.full';

/**
 * Makes an invitation into the caller's account, for one person and two days; one that is open is the answer, so that there is never more
 * than one, also of taps at the same moment: the account's latest is named by a document of its own. The code follows from the
 * tap's key, so the same tap means the same invitation for ever, whoever took it since; a tap that was given one that was open is
 * written down beside it, and keeps to that one as well.
 */
export async function inviteToFamily(
  caller: Caller,
  { key }: { key: string },
): Promise<Outcome<FamilyInviteView, 'member.unknown' | InviteRefusal | 'busy.tryAgain'>> {
  const [member, { familyMax }] = await Promise.all([findMember(caller), loadProgramme(caller.now)]);
  if (!member.ok) return member;
  const { memberId, accountId } = member.value;
  const fresh = freshInvite(caller, memberId, key);
  return transact(async (transaction): Promise<Outcome<FamilyInviteView, InviteRefusal>> => {
    const tap = await transaction.get('familyDoors', tapOf(memberId, key));
    const before = await transaction.get('familyInvites', tap?.code ?? fresh._id);
    if (before !== null) return accept(viewInvite(before));
    if (accountId !== memberId) return refuse('family.notHolder');
    const latest = await transaction.get('familyDoors', memberId);
    const open = latest === null ? null : await findOpen(transaction, latest.code, caller.now);
    if (open === null) return make(transaction, fresh, familyMax);
    await transaction.put('familyDoors', { _id: tapOf(memberId, key), code: open._id });
    return accept(viewInvite(open));
  });
}

const tapOf = (memberId: string, key: string): string => `${memberId}:${key}`;

/** An invitation that nobody has taken yet and whose time runs. */
async function findOpen(transaction: Transaction, code: string, at: number): Promise<FamilyInvite | null> {
  const invite = await transaction.get('familyInvites', code);
  return invite === null || invite.usedBy !== null || invite.endsAt <= at ? null : invite;
}

async function make(transaction: Transaction, fresh: FamilyInvite, most: FamilyMax): Promise<Outcome<FamilyInviteView, InviteRefusal>> {
  const account = await transaction.get('accounts', fresh.accountId);
  if (account === null) throw new Error(`Member ${fresh.holderId} has no account`);
  if (account.movedTo !== null) return refuse('family.notHolder');
  if (!hasRoom(account, most)) return refuse('family.full', { most: most[familyOf(account).kind] });
  await transaction.add('familyInvites', [fresh]);
  await transaction.put('familyDoors', { _id: fresh.accountId, code: fresh._id });
  return accept(viewInvite(fresh));
}

function freshInvite({ now }: Caller, memberId: string, key: string): FamilyInvite {
  const _id = familyCodeOf(masterKey(), memberId, key);
  return { _id, accountId: memberId, holderId: memberId, key, at: now, endsAt: now + familyInviteMs, usedBy: null, usedAt: null };
}

function viewInvite({ _id, endsAt }: FamilyInvite): FamilyInviteView {
  return { code: _id, endsAt };
}

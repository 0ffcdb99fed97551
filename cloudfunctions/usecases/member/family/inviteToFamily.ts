import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { familyInviteMs, familyOf, hasRoom, type FamilyMax } from '@shared/member/family';
import { familyCodeOf } from '@shared/member/familyCodeOf';
import type { FamilyInviteView } from '@shared/member/familyContract';
import type { FamilyInvite } from '@shared/member/familyTypes';
import { find } from '../../../adapters/database';
import { masterKey } from '../../../adapters/masterKey';
import type { Caller } from '../../../adapters/serve';
import { transact, type Transaction } from '../../../adapters/transact';
import { loadProgramme } from '../../store/loadProgramme';
import { findMember } from '../findMember';

/** Of an account's invitations that have not ended, used ones too, so many are looked through. */
const lookedAtMax = 30;
/** Taps that an invitation remembers having been the answer to. */
const keysMax = 20;

type InviteRefusal = 'family.notHolder' | 'family.full';

/**
 * Makes an invitation into the caller's account, for one person and two days; one that is open is the answer, so that there is never more
 * than one, also of taps at the same moment: the account's latest is named by a document of its own. The code follows from the
 * tap's key, so the same tap means the same invitation for ever, whoever took it since; a tap that was given one that was open keeps to
 * that one for as long as it stands.
 */
export async function inviteToFamily(
  caller: Caller,
  { key }: { key: string },
): Promise<Outcome<FamilyInviteView, 'member.unknown' | InviteRefusal | 'busy.tryAgain'>> {
  const [member, { familyMax }] = await Promise.all([findMember(caller), loadProgramme(caller.now)]);
  if (!member.ok) return member;
  const { memberId, accountId } = member.value;
  const fresh = freshInvite(caller, memberId, key);
  const known = await find(
    'familyInvites',
    { accountId: memberId, endsAt: { op: 'gt', value: caller.now } },
    { limit: lookedAtMax, order: [['endsAt', 'desc']] },
  );
  const given = known.find(({ keys }) => keys?.includes(key));
  const open = known.find(({ usedBy }) => usedBy === null);
  return transact(async (transaction): Promise<Outcome<FamilyInviteView, InviteRefusal>> => {
    const before = given ?? (await transaction.get('familyInvites', fresh._id));
    if (before !== null) return accept(viewInvite(before));
    if (accountId !== memberId) return refuse('family.notHolder');
    const latest = await transaction.get('familyDoors', memberId);
    const code = latest?.code ?? open?._id;
    const shown = code === undefined ? null : await show(transaction, code, { key, at: caller.now });
    return shown === null ? make(transaction, fresh, familyMax) : accept(viewInvite(shown));
  });
}

/** An open invitation as the answer to another tap, which is noted on it; null: somebody has taken it since, or its time is over. */
async function show(
  transaction: Transaction,
  code: string,
  { key, at }: { readonly key: string; readonly at: number },
): Promise<FamilyInvite | null> {
  const invite = await transaction.get('familyInvites', code);
  if (invite?.usedBy !== null || invite.endsAt <= at) return null;
  const noted = { ...invite, keys: [...(invite.keys ?? []).slice(1 - keysMax), key] };
  await transaction.put('familyInvites', noted);
  return noted;
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

import { randomId } from '@shared/kernel/id';
import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { familyInviteMs, familyOf, hasRoom } from '@shared/member/family';
import type { FamilyInviteView } from '@shared/member/familyContract';
import type { FamilyInvite } from '@shared/member/familyTypes';
import { find } from '../../../adapters/database';
import type { Caller } from '../../../adapters/serve';
import { transact } from '../../../adapters/transact';
import { loadProgramme } from '../../store/loadProgramme';
import { findMember } from '../findMember';

/** Makes an invitation into the caller's account, for one person and two days; one that is open is the answer. */
export async function inviteToFamily(
  caller: Caller,
  { key }: { key: string },
): Promise<Outcome<FamilyInviteView, 'member.unknown' | 'family.notHolder' | 'family.full' | 'busy.tryAgain'>> {
  const [member, { familyMax }] = await Promise.all([findMember(caller), loadProgramme(caller.now)]);
  if (!member.ok) return member;
  const { memberId, accountId } = member.value;
  if (accountId !== memberId) return refuse('family.notHolder');
  const [open] = await find('familyInvites', { accountId, usedBy: null, endsAt: { op: 'gt', value: caller.now } }, { limit: 1 });
  if (open !== undefined) return accept({ code: open._id, endsAt: open.endsAt });
  const endsAt = caller.now + familyInviteMs;
  const invite: FamilyInvite = {
    ...{ _id: randomId(caller.random), accountId, holderId: memberId, key, at: caller.now, endsAt },
    ...{ usedBy: null, usedAt: null },
  };
  return transact(async (transaction) => {
    const account = await transaction.get('accounts', accountId);
    if (account === null) throw new Error(`Member ${memberId} has no account`);
    if (account.movedTo !== null) return refuse('family.notHolder');
    if (!hasRoom(account, familyMax)) return refuse('family.full', { most: familyMax[familyOf(account).kind] });
    await transaction.add('familyInvites', [invite]);
    return accept({ code: invite._id, endsAt });
  });
}

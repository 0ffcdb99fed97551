import type { Member } from '@shared/member/types';
import { accept } from '@shared/kernel/refusal';
import { randomId } from '@shared/kernel/id';
import { inviteeHash } from '@shared/referral/touch';
import type { Inviter } from '@shared/referral/types';
import { find, get } from '../../adapters/database';
import { masterKey } from '../../adapters/masterKey';
import type { Caller } from '../../adapters/serve';
import { transact } from '../../adapters/transact';

const idChars = 12;

/** A fresh id of an invitation or a friend. */
export function freshId(caller: Pick<Caller, 'random'>): string {
  return randomId(caller.random, idChars);
}

/** The member's document as an inviter; the first look makes it, with their invitation. */
export async function findInviter(caller: Caller, { memberId }: Member): Promise<Inviter> {
  const before = await get('inviters', memberId);
  if (before !== null) return before;
  const invitationId = freshId(caller);
  const made = await transact(async (transaction) => {
    const other = await transaction.get('inviters', memberId);
    if (other !== null) return accept(other);
    const inviter: Inviter = {
      _id: memberId,
      invitationId,
      hash: inviteeHash(masterKey(), caller.openid),
      device: caller.device,
      recent: [],
      month: { month: '', rewarded: 0 },
      rewarded: 0,
      steps: [],
      codeFileId: null,
    };
    await transaction.add('invitations', [{ _id: invitationId, inviterId: memberId, createdAt: caller.now, closedAt: null }]);
    await transaction.add('inviters', [inviter]);
    return accept(inviter);
  });
  if (!made.ok) throw new Error(`The invitation of ${memberId} could not be made`);
  return made.value;
}

/** Somebody's personal facts by member id; null when they have left. */
export async function memberById(memberId: string): Promise<Member | null> {
  return (await find('members', { memberId }, { limit: 1 }))[0] ?? null;
}

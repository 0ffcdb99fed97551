import { accept, type Outcome } from '@shared/kernel/refusal';
import type { Account } from '@shared/ledger/types';
import { familyOf } from '@shared/member/family';
import type { FamilyMemberView, FamilyView } from '@shared/member/familyContract';
import type { Member } from '@shared/member/types';
import { find, get, sumOf } from '../../../adapters/database';
import type { Caller } from '../../../adapters/serve';
import { loadProgramme } from '../../store/loadProgramme';
import { avatarLinks } from '../avatar/avatarLinks';
import { findMember } from '../findMember';

/** Who shares the caller's account. */
export async function familyOverview(caller: Caller): Promise<Outcome<FamilyView, 'member.unknown'>> {
  const member = await findMember(caller);
  return member.ok ? accept(await viewFamily(member.value, caller.now)) : member;
}

/** The people of a member's account as that member may see them: only its holder sees the others. */
export async function viewFamily({ memberId, accountId, nickname }: Member, now: number): Promise<FamilyView> {
  const [programme, account] = await Promise.all([loadProgramme(now), get('accounts', accountId)]);
  if (account === null) throw new Error(`Member ${memberId} has no account`);
  const { kind, members } = familyOf(account);
  const holds = account.memberId === memberId;
  const shared = {
    kind,
    people: members.length + 1,
    most: programme.familyMax[kind],
    offsetMinutes: programme.offsetMinutes,
  };
  if (!holds) {
    const [holder] = await find('members', { memberId: account.memberId }, { limit: 1 });
    return { ...shared, role: 'member', holderName: holder?.nickname ?? '', members: [], invite: null };
  }
  const [invite] = await find('familyInvites', { accountId, usedBy: null, endsAt: { op: 'gt', value: now } }, { limit: 1 });
  return {
    ...shared,
    role: members.length === 0 ? 'alone' : 'holder',
    holderName: nickname,
    members: await viewMembers(account),
    invite: invite === undefined ? null : { code: invite._id, endsAt: invite.endsAt },
  };
}

async function viewMembers(account: Account): Promise<readonly FamilyMemberView[]> {
  const { members } = familyOf(account);
  if (members.length === 0) return [];
  const facts = await find('members', { memberId: { anyOf: members.map(({ memberId }) => memberId) } }, { limit: members.length });
  const pictures = await avatarLinks(facts);
  return Promise.all(
    members.map(async ({ memberId, cardNumber, joinedAt, brought }) => {
      const { points: earned } = await sumOf('purchases', { memberId, accountId: account._id, undo: null }, ['points']);
      const nickname = facts.find((each) => each.memberId === memberId)?.nickname ?? '';
      const avatarUrl = pictures.get(memberId) ?? null;
      return { memberId, nickname, avatarUrl, cardTail: cardNumber.slice(-4), joinedAt, brought, earned };
    }),
  );
}

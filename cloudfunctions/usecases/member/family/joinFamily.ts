import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { dayOf } from '@shared/kernel/time';
import type { Account } from '@shared/ledger/types';
import { decideJoinFamily, familyOf, type JoinFamilyRefusal } from '@shared/member/family';
import type { FamilyOffer, FamilyView } from '@shared/member/familyContract';
import type { FamilyInvite } from '@shared/member/familyTypes';
import { joinAccounts } from '@shared/member/joinAccounts';
import type { Member } from '@shared/member/types';
import type { Programme } from '@shared/store/programme';
import { paidUntil } from '@shared/tier/paidCard';
import { settleAccount } from '@shared/tier/settleAccount';
import { find, get } from '../../../adapters/database';
import type { Caller } from '../../../adapters/serve';
import { transact, type Transaction } from '../../../adapters/transact';
import { post } from '../../ledger/post';
import { loadProgramme } from '../../store/loadProgramme';
import { findMember } from '../findMember';
import { viewFamily } from './viewFamily';

type JoinRefusal = 'member.unknown' | JoinFamilyRefusal;

interface Found {
  readonly member: Member;
  readonly invite: FamilyInvite | null;
  readonly own: Account;
  readonly target: Account | null;
}

/** What an invitation leads to: whose account, and what of the caller's would go over. Refused as joining would be. */
export async function offerOfFamily(caller: Caller, { code }: { code: string }): Promise<Outcome<FamilyOffer, JoinRefusal>> {
  const [member, programme, invite] = await Promise.all([findMember(caller), loadProgramme(caller.now), get('familyInvites', code)]);
  if (!member.ok) return member;
  const own = await get('accounts', member.value.memberId);
  const target = invite === null ? null : await get('accounts', invite.accountId);
  if (own === null) throw new Error(`Member ${member.value.memberId} has no account`);
  const decided = decide({ member: member.value, invite, own, target }, programme, caller.now);
  if (!decided.ok) return decided;
  const [holder] = await find('members', { memberId: decided.value.memberId }, { limit: 1 });
  const { available, pending, debt } = settleAccount(own, dayOf(caller.now, programme.offsetMinutes), programme.tiers).posting.balance;
  const { kind, members } = familyOf(decided.value);
  return accept({
    holderName: holder?.nickname ?? '',
    kind,
    people: members.length + 1,
    endsAt: invite?.endsAt ?? caller.now,
    points: available + pending - debt,
    offsetMinutes: programme.offsetMinutes,
  });
}

/**
 * Joins the caller's account to the inviter's in one transaction: both ledgers, both standings, both lists of chances, the card and the
 * invitation. Somebody who took this very invitation before is shown the family again.
 */
export async function joinFamily(caller: Caller, { code }: { code: string }): Promise<Outcome<FamilyView, JoinRefusal | 'busy.tryAgain'>> {
  const programme = await loadProgramme(caller.now);
  const joined = await transact((transaction) => join(transaction, caller, code, programme));
  return joined.ok ? accept(await viewFamily(joined.value, caller.now)) : joined;
}

async function join(transaction: Transaction, caller: Caller, code: string, programme: Programme): Promise<Outcome<Member, JoinRefusal>> {
  const { now, openid } = caller;
  const member = await transaction.get('members', openid);
  if (member === null || member.leavingAt != null) return refuse('member.unknown');
  const invite = await transaction.get('familyInvites', code);
  if (invite !== null && invite.usedBy === member.memberId && member.accountId === invite.accountId) return accept(member);
  const own = await transaction.get('accounts', member.memberId);
  const card = await transaction.get('cards', member.cardNumber);
  if (own === null || card === null) throw new Error(`Member ${member.memberId} has no account or card`);
  const target = invite === null || invite.holderId === member.memberId ? own : await transaction.get('accounts', invite.accountId);
  const decided = decide({ member, invite, own, target }, programme, now);
  if (!decided.ok) return decided;
  const today = dayOf(now, programme.offsetMinutes);
  const settle = (account: Account) => ({ account, settled: settleAccount(account, today, programme.tiers) });
  const joining = { source: code, today, at: now, cardNumber: member.cardNumber, tiers: programme.tiers };
  const { own: left, family } = joinAccounts(settle(own), settle(decided.value), joining);
  await transaction.add('chanceEntries', [...left.entries, ...family.entries]);
  await post(transaction, left.account, left.settled, now);
  await post(transaction, family.account, family.settled, now);
  const moved: Member = { ...member, accountId: family.account._id };
  await transaction.put('members', moved);
  await transaction.put('cards', { ...card, accountId: family.account._id });
  if (invite !== null) await transaction.put('familyInvites', { ...invite, usedBy: member.memberId, usedAt: now });
  return accept(moved);
}

function decide({ member, invite, own, target }: Found, programme: Programme, now: number): Outcome<Account, JoinFamilyRefusal> {
  const ownCardRuns = paidUntil(own.paidCard, dayOf(now, programme.offsetMinutes)) !== null;
  return decideJoinFamily(invite, { memberId: member.memberId, own, ownCardRuns, target, most: programme.familyMax, now });
}

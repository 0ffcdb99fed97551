import { accept, refuse, type Outcome } from '@shared/kernel/refusal';
import { dayOf } from '@shared/kernel/time';
import { familyOf } from '@shared/member/family';
import type { FamilyView } from '@shared/member/familyContract';
import { partAccounts } from '@shared/member/joinAccounts';
import type { Programme } from '@shared/store/programme';
import { settleAccount } from '@shared/tier/settleAccount';
import type { Caller } from '../../../adapters/serve';
import { transact, type Transaction } from '../../../adapters/transact';
import { post } from '../../ledger/post';
import { loadProgramme } from '../../store/loadProgramme';
import { findMember } from '../findMember';
import { viewFamily } from './viewFamily';

/** Leaves the family's account for one's own, which begins again; who is in none is shown so. */
export async function leaveFamily(caller: Caller): Promise<Outcome<FamilyView, 'member.unknown' | 'busy.tryAgain'>> {
  const member = await findMember(caller);
  if (!member.ok) return member;
  const { memberId, accountId } = member.value;
  if (accountId !== memberId) {
    const programme = await loadProgramme(caller.now);
    const parted = await partFrom(accountId, memberId, programme, caller.now);
    if (!parted.ok) return parted;
  }
  return accept(await viewFamily({ ...member.value, accountId: memberId }, caller.now));
}

/** The holder lets somebody go; somebody who is gone already is gone. */
export async function removeFromFamily(
  caller: Caller,
  { memberId }: { memberId: string },
): Promise<Outcome<FamilyView, 'member.unknown' | 'family.notHolder' | 'busy.tryAgain'>> {
  const holder = await findMember(caller);
  if (!holder.ok) return holder;
  const { accountId } = holder.value;
  if (accountId !== holder.value.memberId) return refuse('family.notHolder');
  const programme = await loadProgramme(caller.now);
  const parted = await partFrom(accountId, memberId, programme, caller.now);
  return parted.ok ? accept(await viewFamily(holder.value, caller.now)) : parted;
}

/** Parts somebody from an account; nothing when they are not of it. */
export function partFrom(accountId: string, memberId: string, programme: Programme, now: number): Promise<Outcome<null, 'busy.tryAgain'>> {
  return transact(async (transaction) => {
    await turnOut(transaction, accountId, memberId, programme, now);
    return accept(null);
  });
}

async function turnOut(transaction: Transaction, accountId: string, memberId: string, programme: Programme, now: number): Promise<void> {
  const family = await transaction.get('accounts', accountId);
  const person = family === null ? undefined : familyOf(family).members.find((each) => each.memberId === memberId);
  if (family === null || person === undefined) return;
  const own = await transaction.get('accounts', memberId);
  const card = await transaction.get('cards', person.cardNumber);
  if (own === null || card === null) throw new Error(`Member ${memberId} has no account or card`);
  const member = card.openid === null ? null : await transaction.get('members', card.openid);
  const parted = partAccounts(own, family, now);
  const today = dayOf(now, programme.offsetMinutes);
  await post(transaction, parted.own, settleAccount(parted.own, today, programme.tiers), now);
  await post(transaction, parted.family, settleAccount(parted.family, today, programme.tiers), now);
  await transaction.put('cards', { ...card, accountId: memberId });
  if (member !== null) await transaction.put('members', { ...member, accountId: memberId });
}

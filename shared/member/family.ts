import { freshCheckin } from '../checkin/marks';
import type { CheckinState } from '../checkin/types';
import { accept, refuse, type Outcome } from '../kernel/refusal';
import { dayMs } from '../kernel/time';
import type { Account } from '../ledger/types';
import type { Family, FamilyInvite, FamilyKind } from './familyTypes';

/** How long an invitation stands. */
export const familyInviteMs = 2 * dayMs;

/** How many people one account may have, its holder included. */
export type FamilyMax = Readonly<Record<FamilyKind, number>>;

/** The people of an account besides its holder. */
export function familyOf({ family }: Pick<Account, 'family'>): Family {
  return family ?? { kind: 'family', members: [] };
}

/** Whether somebody earns into an account: its holder, or one of its people. */
export function belongsTo(account: Pick<Account, 'memberId' | 'family'>, memberId: string): boolean {
  return account.memberId === memberId || familyOf(account).members.some((each) => each.memberId === memberId);
}

/** Where a person of an account stands in check-in: streak and make-ups are each one's own. */
export function checkinOf(account: Account, memberId: string): CheckinState {
  if (account.memberId === memberId) return account.checkin;
  return familyOf(account).members.find((each) => each.memberId === memberId)?.checkin ?? freshCheckin;
}

/** The account with a person's check-in as it is then. */
export function withCheckin(account: Account, memberId: string, checkin: CheckinState): Account {
  if (account.memberId === memberId) return { ...account, checkin };
  const { kind, members } = familyOf(account);
  return { ...account, family: { kind, members: members.map((each) => (each.memberId === memberId ? { ...each, checkin } : each)) } };
}

/** Whether there is room for one more. */
export function hasRoom(account: Account, most: FamilyMax): boolean {
  const { kind, members } = familyOf(account);
  return members.length + 1 < most[kind];
}

export type JoinFamilyRefusal = 'family.invite' | 'family.own' | 'family.already' | 'family.holds' | 'family.paidCard' | 'family.full';

/** Who wants to join what, as things stand. */
interface Joining {
  readonly memberId: string;
  readonly own: Account;
  readonly ownCardRuns: boolean;
  readonly target: Account | null;
  readonly most: FamilyMax;
  readonly now: number;
}

/**
 * Decides a joining: the invitation is free and in time, who comes has no family and no paid card of their own (its days would have no
 * account), and there is room.
 */
export function decideJoinFamily(invite: FamilyInvite | null, joining: Joining): Outcome<Account, JoinFamilyRefusal> {
  const { memberId, own, ownCardRuns, target, most, now } = joining;
  if (invite === null || target === null || invite.usedBy !== null || invite.endsAt <= now) return refuse('family.invite');
  if (invite.holderId === memberId) return refuse('family.own');
  if (own.movedTo !== null) return refuse('family.already');
  if (familyOf(own).members.length > 0) return refuse('family.holds');
  if (target.movedTo !== null || target.memberId !== invite.holderId) return refuse('family.invite');
  if (ownCardRuns) return refuse('family.paidCard');
  return hasRoom(target, most) ? accept(target) : refuse('family.full', { most: most[familyOf(target).kind] });
}

import { accept, type Outcome } from '@shared/kernel/refusal';
import { dayOf, type Day } from '@shared/kernel/time';
import { birthdayChangeableOn } from '@shared/member/birthday';
import type { Profile } from '@shared/member/contract';
import { uploadFolderOf } from '@shared/member/avatar/paths';
import { maskPhone } from '@shared/member/phone';
import type { Member } from '@shared/member/types';
import { masterKey } from '../../adapters/masterKey';
import type { Caller } from '../../adapters/serve';
import { loadProgramme } from '../store/loadProgramme';
import { viewAvatar } from './avatar/viewAvatar';
import { findMember } from './findMember';

/** The caller's own personal facts. */
export async function profile(caller: Caller): Promise<Outcome<Profile, 'member.unknown'>> {
  const member = await findMember(caller);
  if (!member.ok) return member;
  const { offsetMinutes } = await loadProgramme(caller.now);
  return accept(await viewProfile(member.value, dayOf(caller.now, offsetMinutes)));
}

/** Personal facts as their owner sees them. Every member has agreed to some version of the text. */
export async function viewProfile(member: Member, today: Day): Promise<Profile> {
  const consent = member.consents.at(-1);
  return {
    nickname: member.nickname,
    avatar: await viewAvatar(member),
    uploadFolder: uploadFolderOf(masterKey(), member.memberId),
    birthday: member.birthday,
    birthdayChangeableOn: birthdayChangeableOn(member.birthdayChangedOn, today),
    phone: member.phone == null ? null : maskPhone(member.phone),
    marketing: member.marketing.agreed,
    consentVersion: consent?.version ?? '',
    consentAt: consent?.at ?? 0,
    cardNumber: member.cardNumber,
    joinedAt: member.joinedAt,
  };
}

import { accept, refuse, type Outcome } from '../kernel/refusal';
import type { Day } from '../kernel/time';
import { birthdayChangeableOn, isBirthday } from './birthday';
import { monthDayOf } from './birthdayGift';
import type { Member } from './types';

export interface ProfileChange {
  readonly nickname?: string | undefined;
  readonly birthday?: Day | undefined;
  readonly marketing?: boolean | undefined;
}

export type ProfileRefusal = 'member.birthdayLocked' | 'member.birthdayWrong';

/**
 * Applies what is named and leaves the rest. A birthday once given changes once a year; giving it the first time, or the same
 * again, is no change. Consent to marketing keeps the time it was last given or withdrawn.
 */
export function decideProfile(member: Member, change: ProfileChange, today: Day, now: number): Outcome<Member, ProfileRefusal> {
  const birthday = change.birthday ?? member.birthday;
  const birthdayMoves = birthday !== member.birthday;
  if (birthdayMoves && birthday !== null) {
    if (!isBirthday(birthday, today)) return refuse('member.birthdayWrong');
    const on = birthdayChangeableOn(member.birthdayChangedOn, today);
    if (on !== null) return refuse('member.birthdayLocked', { on });
  }
  const marketingMoves = change.marketing !== undefined && change.marketing !== member.marketing.agreed;
  return accept({
    ...member,
    nickname: change.nickname ?? member.nickname,
    birthday,
    birthdayDate: birthday === null ? null : monthDayOf(birthday),
    birthdayChangedOn: birthdayMoves && member.birthday !== null ? today : member.birthdayChangedOn,
    marketing: marketingMoves ? { agreed: change.marketing ?? false, at: now } : member.marketing,
  });
}

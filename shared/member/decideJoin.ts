import { accept, refuse, type Outcome } from '../kernel/refusal';
import type { Day } from '../kernel/time';
import type { Programme } from '../store/programme';
import { isBirthday } from './birthday';
import { monthDayOf } from './birthdayGift';
import type { JoinSource, Member } from './types';

/** What somebody sends to join. Nothing is ticked for them: both boxes must be true. */
export interface JoinRequest {
  readonly consentVersion: string;
  readonly consented: boolean;
  readonly ageConfirmed: boolean;
  readonly marketing: boolean;
  readonly nickname?: string | undefined;
  readonly birthday?: Day | undefined;
  readonly source?: JoinSource | undefined;
}

export type JoinRefusal = 'member.consentNeeded' | 'member.consentStale' | 'member.ageNeeded' | 'member.birthdayWrong';

/** What is known of the joining besides the request. */
export interface JoinSetting {
  readonly programme: Programme;
  readonly today: Day;
  readonly now: number;
  readonly openid: string;
  readonly memberId: string;
  readonly cardNumber: string;
}

/**
 * Decides a joining: the privacy text in force must have been agreed to and the age box ticked (PIPL; product.md, Card and membership).
 * Gives the personal facts, with the text's version and the time of each consent.
 */
export function decideJoin(request: JoinRequest, setting: JoinSetting): Outcome<Member, JoinRefusal> {
  const { programme, now } = setting;
  if (!request.consented) return refuse('member.consentNeeded');
  if (request.consentVersion !== programme.consentVersion) return refuse('member.consentStale');
  if (!request.ageConfirmed) return refuse('member.ageNeeded');
  if (request.birthday !== undefined && !isBirthday(request.birthday, setting.today)) return refuse('member.birthdayWrong');
  return accept({
    _id: setting.openid,
    memberId: setting.memberId,
    accountId: setting.memberId,
    cardNumber: setting.cardNumber,
    codeVersion: 1,
    nickname: request.nickname ?? '',
    birthday: request.birthday ?? null,
    birthdayChangedOn: null,
    birthdayDate: request.birthday === undefined ? null : monthDayOf(request.birthday),
    birthdayGiftOn: null,
    consents: [{ version: request.consentVersion, at: now }],
    marketing: { agreed: request.marketing, at: now },
    ageConfirmedAt: now,
    raceName: false,
    joinedAt: now,
    joinedDate: monthDayOf(setting.today),
    source: request.source ?? {},
  });
}

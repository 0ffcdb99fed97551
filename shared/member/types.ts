import type { Day } from '../kernel/time';
import type { MemberAvatar } from './avatar/types';
import type { FaceId } from './face';
import type { Notices } from '../message/notices';

/** Personal facts, apart from everything else. `_id` is the openid. */
export interface Member {
  readonly _id: string;
  readonly memberId: string;
  readonly accountId: string;
  readonly cardNumber: string;
  /** Latest version of the code's secret; the same as the card's last. */
  readonly codeVersion: number;
  readonly nickname: string;
  readonly birthday: Day | null;
  readonly birthdayChangedOn: Day | null;
  /** `MM-DD` of the birthday, which it is looked up by; null when none was given. */
  readonly birthdayDate: string | null;
  /** The birthday whose gift was given last. */
  readonly birthdayGiftOn: Day | null;
  readonly consents: readonly Consent[];
  readonly marketing: { readonly agreed: boolean; readonly at: number };
  readonly ageConfirmedAt: number;
  /** Whether the nickname is shown in the race's list. */
  readonly raceName: boolean;
  readonly joinedAt: number;
  /** `MM-DD` of joining, in programme time: what anniversaries are looked up by. */
  readonly joinedDate: string;
  readonly source: JoinSource;
  /** When they will be erased; absent or null for everybody who stays. */
  readonly leavingAt?: number | null;
  /** Verified by the platform's own button; absent or null until given, and when taken back. */
  readonly phone?: string | null;
  /** Its keyed hash, by which the same number is found again. */
  readonly phoneHash?: string | null;
  /** The tap that gave it, which is the consent. */
  readonly phoneGiven?: { readonly key: string; readonly at: number } | null;
  /** The latest taps that gave a number, with a digest of the platform's code: such a code opens once, and a repeat must not ask for it. */
  readonly phoneTaps?: readonly { readonly key: string; readonly code: string }[];
  /** The face of their card; absent until chosen. */
  readonly face?: FaceId;
  /** Their pictures; absent until they chose one. */
  readonly avatar?: MemberAvatar;
  /** Absent until a message or a question has had to do with them. */
  readonly notices?: Notices;
}

/** Which privacy text was agreed to, and when. */
export interface Consent {
  readonly version: string;
  readonly at: number;
}

/** How somebody came to join; kept as given, never trusted for a reward. */
export interface JoinSource {
  readonly scene?: string | undefined;
  /** The group whose entry code was scanned. */
  readonly group?: string | undefined;
  readonly shopId?: string | undefined;
  readonly campaign?: string | undefined;
  readonly invitation?: string | undefined;
}

/** A card number's own document (`_id` is the number): its uniqueness, and what the till may look up. */
export interface Card {
  readonly _id: string;
  readonly memberId: string;
  readonly accountId: string;
  /** Link to the personal facts; cleared when the member leaves. */
  readonly openid: string | null;
  /** Whether the member asked to leave, or has left: the card opens nothing. */
  readonly leaving?: boolean;
  /** Versions of the code's secret, oldest first; each is in force from `from` until the next begins. */
  readonly versions: readonly CodeVersion[];
}

export interface CodeVersion {
  readonly version: number;
  readonly from: number;
  /** The caller's key that asked for it. */
  readonly key: string;
}

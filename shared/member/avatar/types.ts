/** What the platform's check, or a person, thinks of a picture, gravest last. */
export const suggests = ['pass', 'review', 'risky'] as const;
export type Suggest = (typeof suggests)[number];

/**
 * What became of a picture. `asking`: its check has to be asked for; `checking`: asked for; `review`: a person has to look.
 * The last four are ends but for one way: what is `shown` may still be refused or replaced.
 */
export type AvatarState = 'asking' | 'checking' | 'review' | 'shown' | 'refused' | 'replaced' | 'removed';

/** One picture that a member chose. `_id` = `<member>:<key of the tap>`. Nobody but its member sees it before it is `shown`. */
export interface Avatar {
  readonly _id: string;
  readonly memberId: string;
  /** Whose it is, for the platform's check; the whole document goes when they leave. */
  readonly openid: string;
  /** The upload that was chosen, which is the tap's content. It is deleted once it is copied. */
  readonly upload: string;
  /** Our own copy, which nobody can change after it was checked; null once it is deleted. */
  readonly fileId: string | null;
  /** SHA-256 of the picture, hex. */
  readonly digest: string;
  readonly state: AvatarState;
  readonly at: number;
  /** How often its check was asked for. */
  readonly tries: number;
  /** When a job has to look at it next: to ask, to delete the file, to forget it; null: it need not. */
  readonly dueAt: number | null;
  /** Since when it has waited for a person; 0: it does not. */
  readonly reviewAt: number;
  /** The gravest that the platform has said; null: nothing yet. */
  readonly suggest: Suggest | null;
  readonly decided: AvatarDecision | null;
}

/** What a person decided about a picture. */
export interface AvatarDecision {
  readonly approved: boolean;
  readonly reason: string;
  readonly staffId: string;
  readonly device: string;
  readonly at: number;
}

/**
 * One check of the platform's. `_id` is its number (trace id). Its verdict may come before we know whose number that is, and may come
 * twice: whichever is second finds the first here.
 */
export interface PictureCheck {
  readonly _id: string;
  readonly avatarId: string | null;
  readonly at: number;
  readonly verdict: PictureVerdict | null;
}

/** What the platform said: a suggestion with its label, or (`failed`) that it could not look. */
export type PictureVerdict = { readonly suggest: Suggest; readonly label: number } | { readonly failed: number };

/** A member's pictures, kept with their personal facts. */
export interface MemberAvatar {
  /** What everybody sees who sees the name. */
  readonly shown: { readonly id: string; readonly fileId: string } | null;
  /** The latest choice, while it is not shown. */
  readonly latest: { readonly id: string; readonly fileId: string | null; readonly state: 'checking' | 'review' | 'refused' } | null;
  /** How many were chosen on which programme day. */
  readonly day: string;
  readonly count: number;
}

/** What the owner sees of their picture. */
export interface AvatarView {
  readonly state: 'none' | 'checking' | 'review' | 'refused' | 'shown';
  /** A link of about an hour; null without a picture. */
  readonly url: string | null;
}

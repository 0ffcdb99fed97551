import type { CheckinState } from '../checkin/types';

/** A household, or a business whose account operators have approved. */
export type FamilyKind = 'family' | 'business';

/** Somebody who earns into another's account. What is each person's own stands here while they do. */
export interface FamilyMember {
  readonly memberId: string;
  readonly cardNumber: string;
  readonly joinedAt: number;
  /** What their own account held when it was joined: available and pending, less debt. */
  readonly brought: number;
  readonly checkin: CheckinState;
}

/** The people of an account besides its holder. */
export interface Family {
  readonly kind: FamilyKind;
  readonly members: readonly FamilyMember[];
}

/** Which invitation is an account's latest (`_id`: the account's), or which open one a later tap was given (`<member>:<key>`). */
export interface FamilyDoor {
  readonly _id: string;
  readonly code: string;
}

/** A way into an account, made by its holder: for one person, for two days. `_id` is its code, which follows from the tap. */
export interface FamilyInvite {
  readonly _id: string;
  readonly accountId: string;
  readonly holderId: string;
  /** The tap that made it. */
  readonly key: string;
  readonly at: number;
  readonly endsAt: number;
  /** Who took it; null while nobody has. */
  readonly usedBy: string | null;
  readonly usedAt: number | null;
}

import * as z from 'zod/mini';
import type { Proposal } from '../audit/proposal';
import { command } from '../kernel/contract';
import { keyField } from '../kernel/fields';
import type { FamilyKind } from './familyTypes';

/** Somebody of the account, as its holder sees them. */
export interface FamilyMemberView {
  readonly memberId: string;
  readonly nickname: string;
  /** A link to their picture; null without one. */
  readonly avatarUrl: string | null;
  readonly cardTail: string;
  readonly joinedAt: number;
  /** What their account held when it was joined. */
  readonly brought: number;
  /** What their purchases have earned for the account since. */
  readonly earned: number;
}

export interface FamilyInviteView {
  readonly code: string;
  readonly endsAt: number;
}

/** The people of the caller's account: everything for the holder, whose account it is for the others. */
export interface FamilyView {
  /** `alone`: nobody shares the caller's account. */
  readonly role: 'alone' | 'holder' | 'member';
  readonly kind: FamilyKind;
  readonly holderName: string;
  readonly people: number;
  readonly most: number;
  readonly members: readonly FamilyMemberView[];
  /** The holder's open invitation. */
  readonly invite: FamilyInviteView | null;
  readonly offsetMinutes: number;
}

/** What somebody who follows an invitation is told before they decide. */
export interface FamilyOffer {
  readonly holderName: string;
  readonly kind: FamilyKind;
  readonly people: number;
  readonly endsAt: number;
  /** The caller's own points that would go over: available and pending, less debt. */
  readonly points: number;
  readonly offsetMinutes: number;
}

const codeField = z.string().check(z.regex(/^[0-9a-hjkmnp-tv-z]{16}$/));
const joinRefusals = [
  'member.unknown',
  'family.invite',
  'family.own',
  'family.already',
  'family.holds',
  'family.paidCard',
  'family.full',
] as const;

export const familyMember = {
  /** Who shares the caller's account. */
  'family.overview': command<FamilyView>()({ input: z.strictObject({}), refusals: ['member.unknown'] }),
  /** Makes an invitation for one person; one that is open is the answer. */
  'family.invite': command<FamilyInviteView>()({
    input: z.strictObject({ key: keyField }),
    refusals: ['member.unknown', 'family.notHolder', 'family.full'],
  }),
  /** What an invitation leads to. */
  'family.offer': command<FamilyOffer>()({ input: z.strictObject({ code: codeField }), refusals: joinRefusals }),
  /** Joins the caller's account to the inviter's: points, score, tier and chances go over by entries. */
  'family.join': command<FamilyView>()({ input: z.strictObject({ code: codeField }), refusals: joinRefusals }),
  /** Leaves: an account of one's own from the beginning; the family keeps points and chances. Leaving again changes nothing. */
  'family.leave': command<FamilyView>()({ input: z.strictObject({}), refusals: ['member.unknown'] }),
  /** The holder lets somebody go, which is the same for them as leaving. */
  'family.remove': command<FamilyView>()({
    input: z.strictObject({ memberId: z.string().check(z.regex(/^[0-9a-z]{16}$/)) }),
    refusals: ['member.unknown', 'family.notHolder'],
  }),
};

export const familyConsole = {
  /** Proposes that an account be a business's, which has room for more people; somebody else decides. */
  'family.proposeBusiness': command<Proposal>()({
    input: z.strictObject({
      key: keyField,
      cardNumber: z.string().check(z.regex(/^9\d{15}$/)),
      reason: z.string().check(z.trim(), z.minLength(4), z.maxLength(200)),
    }),
    refusals: ['card.unknown', 'family.notHolder', 'key.reused'],
  }),
};

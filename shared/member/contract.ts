import * as z from 'zod/mini';
import type { CheckinView } from '../checkin/contract';
import { command } from '../kernel/contract';
import { dayField, keyField, nameField } from '../kernel/fields';
import type { Bilingual } from '../kernel/bilingual';
import type { Day } from '../kernel/time';
import type { AvatarView } from './avatar/types';
import { faceIds, type FaceId } from './face';
import type { NoticesView } from '../message/contract';
import type { Works } from '../store/types';
import type { TierView } from '../tier/view';

/** What a phone needs to draw codes by itself. The secret is hex of 20 bytes; it is for one card and one version. */
export interface CodeSecret {
  readonly version: number;
  readonly secretHex: string;
}

export interface PointsView {
  readonly available: number;
  readonly pending: number;
  readonly debt: number;
  readonly nextRelease: { readonly on: Day; readonly points: number } | null;
  readonly nextLapse: { readonly on: Day; readonly points: number } | null;
}

/** What somebody who has not joined may know. */
export interface Welcome {
  readonly joined: false;
  readonly programmeName: Bilingual;
  readonly consentVersion: string;
  readonly welcomePoints: number;
  /** Where the caller works for the programme; null: nowhere. */
  readonly works: Works | null;
  readonly offsetMinutes: number;
}

/** Everything the home screen and the code screen show. */
export interface Home {
  readonly joined: true;
  readonly nickname: string;
  readonly avatar: AvatarView;
  readonly cardNumber: string;
  readonly joinedAt: number;
  readonly tier: TierView;
  readonly points: PointsView;
  readonly checkin: CheckinView;
  /** The face that the card shows, and which may be chosen. */
  readonly face: FaceId;
  readonly faces: readonly FaceId[];
  /** The paid card that runs now, and its last day; null without one. */
  readonly paidCard: { readonly name: Bilingual; readonly until: Day } | null;
  /** Vouchers that can be used today or later. */
  readonly vouchers: number;
  readonly codeVersion: number;
  /** Present when the phone said it lacks this version. */
  readonly code: CodeSecret | null;
  /** What is new in the inbox, and what can be asked for in a tap. */
  readonly notices: NoticesView;
  /** When the member, who asked to leave, will be erased; null for everybody who stays. */
  readonly leavingAt: number | null;
  /** Where the member works for the programme, so that nobody else's phone need ask the till or the office; null: nowhere. */
  readonly works: Works | null;
  readonly offsetMinutes: number;
}

export interface Profile {
  readonly nickname: string;
  readonly avatar: AvatarView;
  /** The folder of the cloud's storage that the caller's phone uploads pictures into. */
  readonly uploadFolder: string;
  readonly birthday: Day | null;
  readonly birthdayChangeableOn: Day | null;
  /** The verified number with its middle hidden; null when none was given. */
  readonly phone: string | null;
  readonly marketing: boolean;
  readonly consentVersion: string;
  readonly consentAt: number;
  readonly cardNumber: string;
  readonly joinedAt: number;
}

const sourceField = z.strictObject({
  group: z.optional(z.string().check(z.regex(/^[0-9A-Za-z_-]{1,30}$/))),
  scene: z.optional(z.string().check(z.maxLength(32))),
  shopId: z.optional(z.string().check(z.maxLength(32))),
  campaign: z.optional(z.string().check(z.maxLength(32))),
  invitation: z.optional(z.string().check(z.maxLength(32))),
});

/** When everything personal will be erased. */
export interface LeaveView {
  readonly eraseAt: number;
}

/** The file of everything about the member: `none` when none was asked for or it has been deleted. */
export interface ExportView {
  readonly state: 'none' | 'waiting' | 'ready';
  readonly url: string | null;
  readonly lapsesAt: number | null;
}

/** What a shop's poster code gave. */
export interface StoreCodeGain {
  readonly points: number;
  readonly chances: number;
  readonly shop: Bilingual;
}

export const memberMember = {
  /** Chooses the face of the caller's card; some need a tier or a paid card. */
  'member.chooseFace': command<{ readonly face: FaceId }>()({
    input: z.strictObject({ face: z.enum(faceIds) }),
    refusals: ['member.unknown', 'face.locked'],
  }),
  /** Asks to leave: erased after seven days, unless they stay. */
  'member.leave': command<LeaveView>()({ input: z.strictObject({ key: keyField }), refusals: ['member.unknown'] }),
  /** Stays after all. */
  'member.stay': command<Home>()({ input: z.strictObject({}), refusals: ['member.unknown', 'leave.over'] }),
  /** Asks for a file of everything about the caller, made by a job. */
  'member.requestExport': command<ExportView>()({ input: z.strictObject({}), refusals: ['member.unknown'] }),
  'member.exportState': command<ExportView>()({ input: z.strictObject({}), refusals: ['member.unknown'] }),
  /** Takes what a shop's poster code gives: once per person and day. */
  'member.scanStoreCode': command<StoreCodeGain>()({
    input: z.strictObject({ key: keyField, code: z.string().check(z.regex(/^6\d{15}$/)) }),
    refusals: ['member.unknown', 'storeCode.unknown', 'storeCode.done', 'storeCode.full', 'chance.dayLimit', 'key.reused'],
  }),
  /** Card, tier name, points, what lapses, today's check-in, in one call. `codeVersionHeld` is 0 on a new phone. */
  'member.home': command<Home | Welcome>()({
    input: z.strictObject({ codeVersionHeld: z.int().check(z.gte(0)) }),
    refusals: [],
  }),
  /** Opens the card. Joining again gives the same home as before. */
  'member.join': command<Home>()({
    input: z.strictObject({
      consentVersion: z.string().check(z.maxLength(32)),
      consented: z.boolean(),
      ageConfirmed: z.boolean(),
      marketing: z.boolean(),
      nickname: z.optional(nameField),
      birthday: z.optional(dayField),
      source: z.optional(sourceField),
    }),
    refusals: ['member.consentNeeded', 'member.consentStale', 'member.ageNeeded', 'member.birthdayWrong'],
  }),
  'member.profile': command<Profile>()({
    input: z.strictObject({}),
    refusals: ['member.unknown'],
  }),
  /** Changes what is named. A birthday changes once a year. */
  'member.updateProfile': command<Profile>()({
    input: z.strictObject({
      nickname: z.optional(nameField),
      birthday: z.optional(dayField),
      marketing: z.optional(z.boolean()),
    }),
    refusals: ['member.unknown', 'member.birthdayLocked', 'member.birthdayWrong'],
  }),
  /** Gives the phone number that the platform's button has a code for. */
  'member.givePhone': command<Profile>()({
    input: z.strictObject({ key: keyField, code: z.string().check(z.minLength(1), z.maxLength(256)) }),
    refusals: ['member.unknown', 'phone.stale', 'key.reused'],
  }),
  /** Takes the phone number back. */
  'member.forgetPhone': command<Profile>()({ input: z.strictObject({}), refusals: ['member.unknown'] }),
  /** Raises the code's version: every phone's code so far stops working. */
  'member.renewCode': command<CodeSecret>()({
    input: z.strictObject({ key: keyField }),
    refusals: ['member.unknown'],
  }),
};

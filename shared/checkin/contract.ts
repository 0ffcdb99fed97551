import * as z from 'zod/mini';
import type { Bilingual } from '../kernel/bilingual';
import { command } from '../kernel/contract';
import { dayField, keyField, monthField } from '../kernel/fields';
import type { Day, Month } from '../kernel/time';
import type { MakeUpPays } from './types';

/** A reward as it is told: how many points or chances, or a voucher. */
export interface RewardView {
  readonly kind: 'points' | 'chance' | 'voucher';
  readonly amount: number;
}

/** A milestone of a month. */
export interface MilestoneView {
  readonly days: number;
  readonly reward: RewardView;
  readonly reached: boolean;
}

/** A make-up that would raise what today's check-in pays. */
export interface MakeUpOffer {
  readonly day: Day;
  readonly pays: MakeUpPays;
  readonly costPoints: number;
  /** What today's check-in pays without it, and with it. */
  readonly usual: RewardView;
  readonly raised: RewardView;
}

/** What of a month can be made up. */
export interface MakeUpsView {
  readonly days: readonly Day[];
  /** How many days of the month still can, and for how many the tier brings a card. */
  readonly left: number;
  readonly cards: number;
  /** The price of one without a card, and whether there are points enough. */
  readonly pricePoints: number;
  readonly affordable: boolean;
}

/** What a check-in or a make-up gave, with the voucher's name. */
export interface GivenView {
  readonly points: number;
  readonly chances: number;
  readonly voucher: Bilingual | null;
}

/** How check-in stands today. */
export interface CheckinView {
  readonly today: Day;
  readonly doneToday: boolean;
  /** Days in a row, today's included once done. */
  readonly streak: number;
  /** Place on the ladder (1 … ladder length) of today's check-in, done or still to do. */
  readonly ladderDay: number;
  /** Points for each day of the ladder. */
  readonly ladder: readonly number[];
  /** Whether the ladder's last day gives a voucher instead. */
  readonly endsInVoucher: boolean;
  /** Days of this month that are checked in, make-ups included. */
  readonly monthDays: number;
  readonly milestones: readonly MilestoneView[];
  /** Told before today's check-in only. */
  readonly offer: MakeUpOffer | null;
}

export interface CheckinReceipt {
  readonly day: Day;
  readonly points: number;
  /** The voucher it gave instead of points, by its coupon's name. */
  readonly voucher: Bilingual | null;
  readonly milestone: MilestoneReached | null;
  readonly checkin: CheckinView;
  /** Points available afterwards. */
  readonly available: number;
  readonly debt: number;
}

/** A milestone that was just reached, and what it gave. */
export type MilestoneReached = GivenView & { readonly days: number };

export interface MakeUpReceipt {
  /** The day that was made up. */
  readonly day: Day;
  readonly points: number;
  readonly costPoints: number;
  /** What today's check-in got on top. */
  readonly topUp: GivenView | null;
  readonly milestone: MilestoneReached | null;
  readonly checkin: CheckinView;
  readonly available: number;
  readonly debt: number;
}

export interface CheckinMonth {
  readonly month: Month;
  readonly today: Day;
  /** `voucher`: it gave one, besides the points or instead of them. */
  readonly days: readonly { readonly day: Day; readonly points: number; readonly voucher: boolean; readonly madeUp: boolean }[];
  readonly milestones: readonly MilestoneView[];
  readonly makeUps: MakeUpsView;
}

export const checkinMember = {
  'checkin.perform': command<CheckinReceipt>()({
    input: z.strictObject({ key: keyField }),
    refusals: ['member.unknown', 'checkin.done'],
  }),
  /** Makes a missed day up, with a card of the tier or for points. */
  'checkin.makeUp': command<MakeUpReceipt>()({
    input: z.strictObject({ key: keyField, day: dayField, pays: z.enum(['card', 'points']) }),
    refusals: ['member.unknown', 'checkin.makeUpDay', 'checkin.checked', 'checkin.makeUpLimit', 'checkin.noCard', 'points.short'],
  }),
  /** The days checked in of one month, and those that can be made up. */
  'checkin.calendar': command<CheckinMonth>()({
    input: z.strictObject({ month: monthField }),
    refusals: ['member.unknown'],
  }),
};

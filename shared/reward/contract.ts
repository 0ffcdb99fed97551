import * as z from 'zod/mini';
import { command } from '../kernel/contract';
import { cursorField, keyField, slugField } from '../kernel/fields';
import type { CauseView } from './cause';
import type { PickupCheck, PickupView, RewardView } from './types';

export interface RewardList {
  readonly rewards: readonly RewardView[];
  readonly available: number;
}

export interface RedeemReceipt {
  readonly pickup: PickupView;
  readonly available: number;
}

/** What came back of a cancelled redemption; less than was paid when some of it had been given back once before and has lapsed. */
export interface CancelReceipt {
  readonly redemptionId: string;
  readonly paid: number;
  readonly returned: number;
  readonly available: number;
}

export interface PickupPage {
  readonly pickups: readonly PickupView[];
  readonly next: string | null;
}

/** What points can be given to. */
export interface CauseList {
  readonly causes: readonly CauseView[];
}

/** What was given, and what is left to spend. */
export interface DonationReceipt {
  readonly points: number;
  readonly available: number;
}

export type HandOverReceipt = PickupCheck & { readonly handedOverAt: number };

const pickupField = z.string().check(z.regex(/^8\d{15}$/));

export const rewardMember = {
  /** What the points mall offers; open to people without a card, who see what joining is good for. */
  'reward.list': command<RewardList>()({ input: z.strictObject({}), refusals: [] }),
  /** Takes points and one unit, both or neither. */
  'reward.redeem': command<RedeemReceipt>()({
    input: z.strictObject({ key: keyField, rewardId: slugField }),
    refusals: ['member.unknown', 'reward.unknown', 'reward.gone', 'reward.cancelled', 'points.short', 'key.reused'],
  }),
  /** Gives a redeemed unit back before hand-over, an unused pack or voucher too; points return, stock and claim are free again. */
  'reward.cancel': command<CancelReceipt>()({
    input: z.strictObject({ key: keyField, redemptionId: keyField }),
    refusals: ['member.unknown', 'cancel.unknown', 'cancel.left', 'cancel.handedOver', 'cancel.booked', 'cancel.lapsed', 'cancel.tooLate'],
  }),
  /** The caller's pick-ups, newest first. */
  'reward.mine': command<PickupPage>()({
    input: z.strictObject({ cursor: z.optional(cursorField) }),
    refusals: ['member.unknown'],
  }),
  /** What points can be given to, and how much was. */
  'reward.causes': command<CauseList>()({ input: z.strictObject({}), refusals: ['member.unknown'] }),
  /** Gives points to a cause, one of the amounts it offers. */
  'reward.donate': command<DonationReceipt>()({
    input: z.strictObject({ key: keyField, causeId: slugField, points: z.int().check(z.gte(1)) }),
    refusals: ['member.unknown', 'cause.unknown', 'points.short', 'key.reused'],
  }),
};

export const rewardStaff = {
  /** What a pick-up code stands for. */
  'reward.check': command<PickupCheck>()({
    input: z.strictObject({ pickupCode: pickupField }),
    refusals: ['pickup.unknown', 'pickup.done', 'pickup.otherShop', 'code.locked'],
  }),
  /** Hands it over, once. */
  'reward.handOver': command<HandOverReceipt>()({
    input: z.strictObject({ key: keyField, pickupCode: pickupField }),
    refusals: ['pickup.unknown', 'pickup.done', 'pickup.otherShop', 'code.locked'],
  }),
};

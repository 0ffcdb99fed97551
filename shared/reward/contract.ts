import * as z from 'zod/mini';
import { command } from '../kernel/contract';
import { cursorField, keyField, slugField } from '../kernel/fields';
import type { PickupCheck, PickupView, RewardView } from './types';

export interface RewardList {
  readonly rewards: readonly RewardView[];
  readonly available: number;
}

export interface RedeemReceipt {
  readonly pickup: PickupView;
  readonly available: number;
}

export interface PickupPage {
  readonly pickups: readonly PickupView[];
  readonly next: string | null;
}

export type HandOverReceipt = PickupCheck & { readonly handedOverAt: number };

const pickupField = z.string().check(z.regex(/^8\d{15}$/));

export const rewardMember = {
  /** What the points mall offers; open to people without a card, who see what joining is good for. */
  'reward.list': command<RewardList>()({ input: z.strictObject({}), refusals: [] }),
  /** Takes points and one unit, both or neither. */
  'reward.redeem': command<RedeemReceipt>()({
    input: z.strictObject({ key: keyField, rewardId: slugField }),
    refusals: ['member.unknown', 'reward.unknown', 'reward.gone', 'points.short', 'key.reused'],
  }),
  /** The caller's pick-ups, newest first. */
  'reward.mine': command<PickupPage>()({
    input: z.strictObject({ cursor: z.optional(cursorField) }),
    refusals: ['member.unknown'],
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

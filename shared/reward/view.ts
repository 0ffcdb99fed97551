import type { Bilingual } from '../kernel/bilingual';
import type { Shop } from '../store/types';
import type { PickupView, Reward, Unit } from './types';

/** Names of the shops that hand a reward over; empty means every shop. */
export function shopNamesOf(reward: Reward | undefined, shops: ReadonlyMap<string, Shop>): readonly Bilingual[] {
  return (reward?.shopIds ?? []).map((id) => shops.get(id)?.name ?? { zh: id, en: id });
}

/** A redeemed unit as its holder sees it. `reward` may have left the mall since. */
export function viewPickup(unit: Unit, reward: Reward | undefined, shops: ReadonlyMap<string, Shop>): PickupView {
  const { redemption, pickupCode, handOver } = unit;
  if (redemption === undefined || pickupCode === undefined || unit.state === 'free') throw new Error(`Unit ${unit._id} is not redeemed`);
  return {
    unitId: unit._id,
    name: reward?.name ?? { zh: unit.rewardId, en: unit.rewardId },
    points: redemption.points,
    pickupCode,
    redeemedAt: redemption.at,
    state: unit.state,
    handedOverAt: handOver?.at ?? null,
    handedOverShop: handOver === undefined ? null : (shops.get(handOver.shopId)?.name ?? null),
    shopNames: shopNamesOf(reward, shops),
  };
}

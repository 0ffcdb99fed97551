import type { Bilingual } from '../kernel/bilingual';
import type { Shop } from '../store/types';
import type { PickupView, Reward, Unit } from './types';

/** What a pick-up is and where it is handed over: a reward of the mall, or a prize that a unit tells of itself. */
export type Offered = Pick<Reward, 'name' | 'shopIds'>;

/** Names of the shops that hand a reward over; empty means every shop. */
export function shopNamesOf(reward: Offered | undefined, shops: ReadonlyMap<string, Shop>): readonly Bilingual[] {
  return (reward?.shopIds ?? []).map((id) => shops.get(id)?.name ?? { zh: id, en: id });
}

/** A redeemed unit as its holder sees it. `reward` may have left the mall since. */
export function viewPickup(unit: Unit, reward: Offered | undefined, shops: ReadonlyMap<string, Shop>): PickupView {
  const { redemption, pickupCode, handOver } = unit;
  const { state } = unit;
  const isPickup = state === 'redeemed' || state === 'handedOver';
  if (redemption === undefined || pickupCode === undefined || !isPickup) throw new Error(`Unit ${unit._id} is not redeemed`);
  return {
    unitId: unit._id,
    redemptionId: redemption.id,
    name: reward?.name ?? { zh: unit.rewardId, en: unit.rewardId },
    points: redemption.points,
    pickupCode,
    redeemedAt: redemption.at,
    state,
    handedOverAt: handOver?.at ?? null,
    handedOverShop: handOver === undefined ? null : (shops.get(handOver.shopId)?.name ?? null),
    shopNames: shopNamesOf(reward, shops),
  };
}

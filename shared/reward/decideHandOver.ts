import { accept, refuse, type Outcome } from '../kernel/refusal';
import { clockOf, dayOf } from '../kernel/time';
import type { Shop } from '../store/types';
import type { Unit } from './types';
import type { Offered } from './view';

/** Who hands over, where, by which tap. */
export interface HandOverBy {
  readonly shopId: string;
  readonly staffId: string;
  readonly key: string | null;
}

export type HandOverRefusal = 'pickup.unknown' | 'pickup.done' | 'pickup.otherShop';

/**
 * Whether a unit may be handed over here: it is redeemed, not handed over before (unless by this very tap: `repeat`), and its
 * reward is handed over in this shop. The refusal says when and where it was done.
 */
export function decideHandOver(
  unit: Unit | null,
  reward: Offered | undefined,
  shops: ReadonlyMap<string, Shop>,
  by: HandOverBy,
  offsetMinutes: number,
): Outcome<{ readonly unit: Unit; readonly repeat: boolean }, HandOverRefusal> {
  if (unit === null || (unit.state !== 'redeemed' && unit.state !== 'handedOver')) return refuse('pickup.unknown');
  const { handOver } = unit;
  if (handOver !== undefined) {
    const same = by.key !== null && handOver.key === by.key && handOver.staffId === by.staffId;
    if (same) return accept({ unit, repeat: true });
    const shop = shops.get(handOver.shopId)?.name ?? { zh: handOver.shopId, en: handOver.shopId };
    const at = `${dayOf(handOver.at, offsetMinutes)} ${clockOf(handOver.at, offsetMinutes)}`;
    return refuse('pickup.done', { at, shopZh: shop.zh, shopEn: shop.en });
  }
  const places = reward?.shopIds ?? [];
  if (places.length > 0 && !places.includes(by.shopId)) {
    const names = places.map((id) => shops.get(id)?.name ?? { zh: id, en: id });
    return refuse('pickup.otherShop', {
      shopsZh: names.map((name) => name.zh).join('、'),
      shopsEn: names.map((name) => name.en).join(', '),
    });
  }
  return accept({ unit, repeat: false });
}

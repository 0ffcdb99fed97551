import type { Bilingual } from '../kernel/bilingual';
import type { Day } from '../kernel/time';

/**
 * What becomes of it once redeemed: goods are picked up; a service pack (服务包) lies in the wallet with its uses; a voucher stands in
 * the mall by its coupon's own price in points.
 */
export type RewardKind = 'goods' | 'pack' | 'voucher';

export const packThemes = ['health', 'family', 'business'] as const;
export type PackTheme = (typeof packThemes)[number];

/** What a service pack holds: so many uses, within so many days counted from the day it was redeemed (that day included). */
export interface PackTerms {
  readonly theme: PackTheme;
  readonly uses: number;
  readonly days: number;
}

/** One thing of the points mall. `_id` is the reward's id from the file. */
export interface Reward {
  readonly _id: string;
  readonly name: Bilingual;
  readonly detail: Bilingual;
  readonly kind: RewardKind;
  /** Of packs only. */
  readonly pack: PackTerms | null;
  readonly points: number;
  /** How many units were ever put on sale: units `<reward>#1` … `<reward>#<stock>` exist. */
  readonly stock: number;
  /** Shops where it is handed over; empty means every shop. */
  readonly shopIds: readonly string[];
  readonly active: boolean;
}

/** `inPool`: a prize nobody has won yet; `given`: won, and nothing to pick up. */
export type UnitState = 'free' | 'inPool' | 'given' | 'redeemed' | 'handedOver';

/** One piece of stock, which is itself the pick-up. `_id` = `<reward>#<n>`. */
export interface Unit {
  readonly _id: string;
  readonly rewardId: string;
  /** Its number, 1 … stock. */
  readonly n: number;
  readonly state: UnitState;
  readonly redemption?: {
    readonly id: string;
    readonly accountId: string;
    readonly memberId: string;
    readonly points: number;
    readonly at: number;
  };
  /** 16 digits that begin with 8 (7 for a pack, which is the pack's own code); shown as QR and Code 128. */
  readonly pickupCode?: string;
  readonly handOver?: {
    readonly key: string;
    readonly shopId: string;
    readonly staffId: string;
    readonly device: string;
    readonly at: number;
  };
  /** The member who holds it, for their list of pick-ups; a pack is a document of its own instead. */
  readonly memberId?: string;
  /** Of a prize: the draw that took it, what it is, and where it is handed over (empty: every shop). */
  readonly prize?: {
    readonly poolId: string;
    readonly prizeId: string;
    readonly drawer: string;
    readonly counter: number;
    readonly at: number;
    readonly name: Bilingual;
    readonly shopIds: readonly string[];
  };
  readonly redeemedAt?: number;
  /** Of goods: their redemption, until the holder has been told that they can be picked up. */
  readonly untoldAt?: number | null;
}

/** A reward as the member's list shows it. */
export interface RewardView {
  readonly id: string;
  readonly name: Bilingual;
  readonly detail: Bilingual;
  readonly kind: RewardKind;
  readonly pack: PackTerms | null;
  readonly points: number;
  /** Units still free, at most 30 seconds old; null: there is no end of them. */
  readonly left: number | null;
  readonly shopNames: readonly Bilingual[];
}

/** A redeemed unit as its holder sees it. */
export interface PickupView {
  readonly unitId: string;
  readonly redemptionId: string;
  readonly name: Bilingual;
  readonly points: number;
  readonly pickupCode: string;
  readonly redeemedAt: number;
  readonly state: 'redeemed' | 'handedOver';
  readonly handedOverAt: number | null;
  readonly handedOverShop: Bilingual | null;
  readonly shopNames: readonly Bilingual[];
}

/** A pick-up as staff see it before handing over. */
export interface PickupCheck {
  readonly pickupCode: string;
  readonly name: Bilingual;
  readonly redeemedAt: number;
  readonly redeemedOn: Day;
}

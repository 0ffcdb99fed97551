import type { Bilingual } from '../kernel/bilingual';
import { addDays, type Day } from '../kernel/time';
import type { Shop } from '../store/types';
import type { PackTheme, Reward } from './types';
import { shopNamesOf } from './view';

/** One use of a pack, which is its own record: who, where, on what device, when, by which tap. */
export interface PackUse {
  readonly key: string;
  readonly at: number;
  readonly shopId: string;
  readonly staffId: string;
  readonly device: string;
  /** Taken back by the same staff member: by which tap, when. */
  readonly undone: { readonly key: string; readonly at: number } | null;
}

/**
 * A service pack in a member's wallet. `_id` is the unit it came from, or the draw that gave it where there are no units; of one that was
 * cancelled, `<unit>~<redemption>`: the unit may be another's by now.
 */
export interface Pack {
  readonly _id: string;
  readonly rewardId: string;
  readonly memberId: string;
  readonly accountId: string;
  /** 16 digits that begin with 7. */
  readonly code: string;
  /** How many uses it ever had; left = uses − those not undone. */
  readonly uses: number;
  readonly issuedAt: number;
  readonly endsOn: Day;
  /** Oldest first. */
  readonly used: readonly PackUse[];
  /** The redemption that opened it; not there where it was won. */
  readonly redemptionId?: string;
  /** Its redemption was cancelled: it is no longer in the wallet. */
  readonly cancelledAt?: number;
}

/** A pack as its holder and the counter see it. */
export interface PackView {
  readonly packId: string;
  readonly name: Bilingual;
  readonly detail: Bilingual;
  readonly theme: PackTheme;
  readonly code: string;
  readonly uses: number;
  readonly left: number;
  readonly endsOn: Day;
  readonly lapsed: boolean;
  readonly issuedAt: number;
  readonly shopNames: readonly Bilingual[];
  readonly used: readonly { readonly at: number; readonly shop: Bilingual }[];
  /** What its holder cancels while it is not used; null where it was won. */
  readonly redemptionId: string | null;
}

/** Opens the pack that a redeemed unit stands for. */
export function openPack(
  unitId: string,
  reward: Pick<Reward, '_id' | 'pack'>,
  holder: Pick<Pack, 'memberId' | 'accountId' | 'code' | 'redemptionId'> & { readonly at: number; readonly today: Day },
): Pack {
  if (reward.pack === null) throw new Error(`Reward ${reward._id} is no pack`);
  const { at, today, ...whose } = holder;
  const { uses, days } = reward.pack;
  return { _id: unitId, rewardId: reward._id, ...whose, uses, issuedAt: at, endsOn: addDays(today, days - 1), used: [] };
}

/** Uses that count: those not taken back, oldest first. */
export function standing({ used }: Pack): readonly PackUse[] {
  return used.filter((use) => use.undone === null);
}

/** How many uses are left. */
export function packLeft(pack: Pack): number {
  return pack.uses - standing(pack).length;
}

/** A pack as its holder and the counter see it. `reward` may have left the mall since. */
export function viewPack(pack: Pack, reward: Reward | undefined, shops: ReadonlyMap<string, Shop>, today: Day): PackView {
  return {
    packId: pack._id,
    name: reward?.name ?? { zh: pack.rewardId, en: pack.rewardId },
    detail: reward?.detail ?? { zh: '', en: '' },
    theme: reward?.pack?.theme ?? 'family',
    code: pack.code,
    uses: pack.uses,
    left: packLeft(pack),
    endsOn: pack.endsOn,
    lapsed: pack.endsOn < today,
    issuedAt: pack.issuedAt,
    shopNames: shopNamesOf(reward, shops),
    used: standing(pack).map((use) => ({ at: use.at, shop: shops.get(use.shopId)?.name ?? { zh: use.shopId, en: use.shopId } })),
    redemptionId: pack.redemptionId ?? null,
  };
}

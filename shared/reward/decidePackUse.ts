import { accept, refuse, type Outcome } from '../kernel/refusal';
import { clockOf, dayOf } from '../kernel/time';
import { undoMs } from '../purchase/undo';
import type { Shop } from '../store/types';
import { packLeft, standing, type Pack, type PackUse } from './pack';
import type { Reward } from './types';
import { shopNamesOf } from './view';

export type PackRefusal = 'voucher.revoked' | 'pack.empty' | 'pack.lapsed' | 'pack.otherShop';

/**
 * Takes one use, here and now: within the pack's days, in one of its shops, and only while uses are left. The same tap again is told
 * what it did (`repeat`). An empty pack says when and where its last use was. `use.key` is empty where it is only looked at.
 */
export function decidePackUse(
  pack: Pack,
  reward: Reward | undefined,
  shops: ReadonlyMap<string, Shop>,
  use: Omit<PackUse, 'undone'>,
  offsetMinutes: number,
): Outcome<{ readonly pack: Pack; readonly repeat: boolean }, PackRefusal> {
  const same = pack.used.some((each) => each.key === use.key && each.staffId === use.staffId);
  if (same) return accept({ pack, repeat: true });
  if (pack.cancelledAt !== undefined) return refuse('voucher.revoked');
  if (packLeft(pack) <= 0) {
    const last = standing(pack).at(-1);
    const shop = shops.get(last?.shopId ?? '')?.name ?? { zh: '', en: '' };
    const at = last === undefined ? '' : `${dayOf(last.at, offsetMinutes)} ${clockOf(last.at, offsetMinutes)}`;
    return refuse('pack.empty', { at, shopZh: shop.zh, shopEn: shop.en });
  }
  if (dayOf(use.at, offsetMinutes) > pack.endsOn) return refuse('pack.lapsed', { on: pack.endsOn });
  const places = reward?.shopIds ?? [];
  if (places.length > 0 && !places.includes(use.shopId)) {
    const names = shopNamesOf(reward, shops);
    return refuse('pack.otherShop', {
      shopsZh: names.map((name) => name.zh).join('、'),
      shopsEn: names.map((name) => name.en).join(', '),
    });
  }
  return accept({ pack: { ...pack, used: [...pack.used, { ...use, undone: null }] }, repeat: false });
}

/** Takes the latest use of a staff member back, within five minutes; the same tap again changes nothing. */
export function undoPackUse(
  pack: Pack,
  by: { readonly staffId: string; readonly key: string; readonly at: number },
): Outcome<Pack, 'undo.otherStaff' | 'undo.tooLate' | 'use.none'> {
  if (pack.used.some((use) => use.undone?.key === by.key)) return accept(pack);
  const last = standing(pack).at(-1);
  if (last === undefined) return refuse('use.none');
  if (last.staffId !== by.staffId) return refuse('undo.otherStaff');
  if (by.at > last.at + undoMs) return refuse('undo.tooLate', { minutes: undoMs / 60_000 });
  const used = pack.used.map((use) => (use === last ? { ...use, undone: { key: by.key, at: by.at } } : use));
  return accept({ ...pack, used });
}

import { accept } from '@shared/kernel/refusal';
import { freeCopy } from '@shared/voucher/issueCopy';
import { timetableOf } from '@shared/voucher/booking/timetableField';
import { couponRow, type CouponRow } from '@shared/voucher/rows';
import type { Coupon } from '@shared/voucher/types';
import { find, get } from '../../adapters/database';
import { transact } from '../../adapters/transact';
import { poolPromising } from '../game/poolPromising';
import { refuseRow, rowApplier, sameContent, type Applied } from '../store/rowApplier';

/** Units added per transaction. */
const unitsPerWrite = 100;

/**
 * Coupons, those of a limited total with their numbered units. The total grows, it never shrinks, since a unit may already be
 * somebody's (take the coupon off instead); and what vouchers are worth stays once one was issued: make a new coupon for new terms.
 */
export const applyCoupon = rowApplier(
  couponRow,
  (row) => row.id,
  async (row, { dryRun, now }) => {
    const unknown = await unknownPlace(row);
    if (unknown !== null) return unknown;
    const before = await get('coupons', row.id);
    const wanted = stayingRevoked(couponOf(row), before);
    if (before !== null) {
      if (sameContent(before, wanted)) return accept('unchanged');
      const refused = await frozen(before, wanted, now);
      if (refused !== null) return refused;
    }
    if (wanted.code !== null && (await codeTaken(wanted.code, wanted._id))) return refuseRow('row.codeTaken', { code: wanted.code });
    if (!dryRun) await stockUp(wanted, before?.totalMax ?? 0);
    return accept<'created' | 'updated'>(before === null ? 'created' : 'updated');
  },
);

/** A coupon that was revoked stays so, whatever a file says: its vouchers are gone. */
function stayingRevoked(wanted: Coupon, before: Coupon | null): Coupon {
  return before?.revoked === undefined ? wanted : { ...wanted, active: false, revoked: before.revoked };
}

function couponOf(row: CouponRow): Coupon {
  const { group = 'default', exclusive = false, order = 100, on = 'reduced' } = row.stacking ?? {};
  return {
    _id: row.id,
    name: row.name,
    detail: row.detail ?? { zh: '', en: '' },
    benefit: row.benefit,
    scope: { shopIds: row.shops ?? [], categoryIds: row.categories ?? [], productIds: row.products ?? [] },
    validity: row.validity,
    weekdays: row.weekdays ?? [],
    hours: row.hours ?? null,
    totalMax: row.total ?? null,
    perMemberMax: row.perMember ?? 1,
    claim: row.claim ?? 'page',
    code: row.code ?? null,
    points: row.points ?? null,
    stacking: { group, exclusive, order, on },
    giftable: row.giftable ?? true,
    partnerId: row.partner ?? null,
    active: row.active ?? true,
    ...(row.sessions === undefined ? {} : { sessions: timetableOf(row.sessions) }),
  };
}

async function unknownPlace(row: CouponRow): Promise<Applied | null> {
  const shops = [...(row.shops ?? []), ...(row.sessions?.slots ?? []).map((slot) => slot.shop)];
  for (const shop of new Set(shops)) if ((await get('shops', shop)) === null) return refuseRow('row.unknownShop', { shop });
  for (const category of row.categories ?? []) {
    if ((await get('categories', category)) === null) return refuseRow('row.unknownCategory', { category });
  }
  return null;
}

/** Why a coupon cannot become another, or null. */
async function frozen(before: Coupon, wanted: Coupon, now: number): Promise<Applied | null> {
  const pool = sameContent(promiseOf(before), promiseOf(wanted)) ? null : await poolPromising(before._id, now);
  if (pool !== null) return refuseRow('row.promised', { pool });
  const have = before.totalMax;
  if (have !== null && (wanted.totalMax ?? 0) < have) return refuseRow('row.stockShrunk', { have });
  const termsStay = sameContent(termsOf(before), termsOf(wanted));
  const limitedAsBefore = (have === null) === (wanted.totalMax === null);
  if (termsStay && limitedAsBefore) return null;
  const issued = await find('vouchers', { couponId: before._id, state: { anyOf: ['issued', 'gifting', 'redeemed'] } }, { limit: 1 });
  return issued.length > 0 ? refuseRow('row.termsFrozen') : null;
}

/** What the holder of a voucher relies on. The times of sessions may change: what was booked keeps its own. */
function termsOf({ benefit, scope, weekdays, hours, stacking }: Coupon): object {
  return { benefit, scope, weekdays, hours, stacking };
}

/** What a draw that has it as a prize has promised: besides its terms how long it lives, and that there is always one. */
function promiseOf(coupon: Coupon): object {
  const { validity, totalMax, giftable, active } = coupon;
  return { ...termsOf(coupon), validity, totalMax, giftable, active };
}

async function codeTaken(code: string, couponId: string): Promise<boolean> {
  const holders = await find('coupons', { code }, { limit: 2 });
  return holders.some((holder) => holder._id !== couponId);
}

/** Adds units `have + 1 … total` in steps; each step writes the coupon's total with its units, so a crash leaves no unit uncounted. */
async function stockUp(wanted: Coupon, have: number): Promise<void> {
  for (let from = have; ;) {
    const to = wanted.totalMax === null ? null : Math.min(wanted.totalMax, from + unitsPerWrite);
    const numbers = Array.from({ length: (to ?? from) - from }, (_, index) => from + index + 1);
    const outcome = await transact(async (transaction) => {
      await transaction.add(
        'vouchers',
        numbers.map((n) => freeCopy(`${wanted._id}#${n}`, wanted._id, n)),
      );
      await transaction.put('coupons', { ...wanted, totalMax: to });
      return accept(null);
    });
    if (!outcome.ok) throw new Error(`Units of ${wanted._id} could not be added: ${outcome.refusal.code}`);
    if (to === wanted.totalMax) return;
    from = to ?? from;
  }
}

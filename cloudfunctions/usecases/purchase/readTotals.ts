import { dayMs } from '@shared/kernel/time';
import { sumShift, type ShiftTotals } from '@shared/purchase/sumShift';
import { find } from '../../adapters/database';
import type { CollectionName, Documents } from '../../adapters/documents';

const actsPerRead = 1000;

/** Whose commands, in which window [from, until). */
interface ShiftWindow {
  readonly shopId: string;
  readonly staffId: string;
  readonly from: number;
  readonly until: number;
}

/** Derives a window's sums from the commands that fall into it. */
export async function readTotals(window: ShiftWindow): Promise<ShiftTotals> {
  const { shopId, staffId, from, until } = window;
  const [purchases, refunds, units, vouchers] = await Promise.all([
    // A day further back: what is undone or voided in this window may have been bought before it.
    readSpan('purchases', { who: 'staffId', at: 'at' }, { staffId, from: from - dayMs, until }, (each) => each.at),
    readSpan('refunds', { who: 'staffId', at: 'at' }, { staffId, from, until }, (each) => each.at),
    readSpan('units', { who: 'handOver.staffId', at: 'handOver.at' }, { staffId, from, until }, (each) => each.handOver?.at),
    readSpan('vouchers', { who: 'redeemed.staffId', at: 'redeemed.at' }, { staffId, from, until }, (each) => each.redeemed?.at),
  ]);
  return sumShift(
    {
      purchases: purchases.filter((each) => each.shopId === shopId),
      refunds: refunds.filter((each) => each.atShopId === shopId),
      handOvers: units.filter((each) => each.handOver?.shopId === shopId).length,
      vouchersScanned: vouchers.filter((each) => each.redeemed?.shopId === shopId && each.redeemed.purchaseId === null).length,
    },
    window,
  );
}

/** One person's documents of a span of time, read page by page in order of time. */
async function readSpan<C extends CollectionName>(
  collection: C,
  fields: { readonly who: string; readonly at: string },
  span: { readonly staffId: string; readonly from: number; readonly until: number },
  atOf: (document: Documents[C]) => number | undefined,
): Promise<readonly Documents[C][]> {
  const found = new Map<string, Documents[C]>();
  for (let next = Math.max(0, span.from); ;) {
    const filter = { [fields.who]: span.staffId, [fields.at]: { op: 'gte', value: next } } as const;
    const page = await find(collection, filter, { limit: actsPerRead, order: [[fields.at, 'asc']] });
    for (const document of page) if ((atOf(document) ?? span.until) < span.until) found.set(document._id, document);
    const last = page.at(-1);
    const lastAt = last === undefined ? span.until : (atOf(last) ?? span.until);
    if (page.length < actsPerRead || lastAt >= span.until) return [...found.values()];
    // Those of the very instant at which a page ends are met again, and counted once.
    next = lastAt === next ? next + 1 : lastAt;
  }
}

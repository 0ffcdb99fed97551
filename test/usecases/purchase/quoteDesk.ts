import type { OfferRow } from '@shared/campaign/rows';
import type { Output } from '@shared/functions';
import type { CouponRow } from '@shared/voucher/rows';
import type { Answer, TestShop } from '../openShop';
import { couponRow } from '../voucher/couponRow';

type View = Output<'staff', 'purchase.quote'>;
type Receipt = Output<'staff', 'purchase.confirmQuote'>;

/** A member at a till with vouchers in hand, and what the till asks. */
export interface Desk {
  readonly visitId: string;
  readonly staff: string;
  readonly quote: (amountFen: number, wish?: Partial<QuoteWish>) => Promise<Answer<View>>;
  /** The same, for quotes that must be given. */
  readonly mustQuote: (amountFen: number, wish?: Partial<QuoteWish>) => Promise<View>;
  readonly confirm: (quoteId: string, orderNo: string, key?: string) => Promise<Answer<Receipt>>;
}

interface QuoteWish {
  readonly key: string;
  readonly usePoints: number;
  readonly voucherIds: 'best' | string[];
  readonly categoryId: string;
}

/** For how long functions may go on with the offers and coupons that they know. */
const cacheLifeMs = 30_000;
let keys = 0;
const newKey = (): string => `quote-key-${(keys += 1)}`;

/** Lets the member's code be scanned at a till. */
export async function openDesk(shop: TestShop, openid: string, staff = 'clerk-west'): Promise<Desk> {
  const home = await shop.join(openid);
  const { visitId } = await shop.must(staff, 'staff', 'visit.open', { code: shop.codeOf(home), by: 'scan' });
  const quote: Desk['quote'] = (amountFen, { key = newKey(), usePoints = 0, voucherIds = 'best', categoryId = 'general' } = {}) =>
    shop.call(staff, 'staff', 'purchase.quote', { key, visitId, lines: [{ categoryId, amountFen }], usePoints, voucherIds });
  return {
    visitId,
    staff,
    quote,
    mustQuote: async (amountFen, wish) => {
      const answer = await quote(amountFen, wish);
      if (!answer.ok) throw new Error(`The quote was refused: ${JSON.stringify(answer.refusal)}`);
      return answer.value;
    },
    confirm: (quoteId, orderNo, key = `confirm-${orderNo}`) =>
      shop.call(staff, 'staff', 'purchase.confirmQuote', { key, quoteId, orderNo }),
  };
}

/** Brings coupons and offers into the shop, as the operator's file does, and lets the time pass until every function knows them. */
export async function publish(shop: TestShop, section: 'coupons' | 'offers', rows: readonly (OfferRow | CouponRow)[]): Promise<void> {
  const report = await shop.must('operator-1', 'console', 'store.apply', { section, rows: [...rows], dryRun: false, firstRow: 0 });
  expect(report.rows.filter((row) => row.result === 'refused')).toEqual([]);
  shop.cloud.clock.advanceMs(cacheLifeMs + 1);
}

/** Gives a member a voucher of a coupon made for them; gives its id. */
export async function giveVoucher(shop: TestShop, openid: string, couponId: string, changes: Partial<CouponRow> = {}): Promise<string> {
  await publish(shop, 'coupons', [couponRow(couponId, { stacking: { group: couponId }, ...changes })]);
  await shop.join(openid);
  const { voucher } = await shop.must(openid, 'member', 'voucher.claim', { key: `claim-${couponId}`, couponId });
  return voucher.voucherId;
}

/** An offer that holds all year, everywhere. */
export function offerRow(id: string, effect: OfferRow['effect'], changes: Partial<OfferRow> = {}): OfferRow {
  return { id, name: { zh: '活动', en: 'Offer' }, from: '2026-01-01', to: '2026-12-31', effect, ...changes };
}

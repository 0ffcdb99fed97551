import { randomUUID } from 'node:crypto';
import type { Session } from './session';
import { ask } from './ask';

/** `grant CARD COUPON REASON`: gives a voucher to a card. */
export async function grantVoucher(session: Session, [cardNumber = '', couponId = '', ...reason]: readonly string[]): Promise<number> {
  const input = { key: randomUUID(), cardNumber, couponId, reason: reason.join(' ') };
  console.log(`gave ${(await ask(session, 'voucher.grant', input)).voucherId}`);
  return 0;
}

/** `revoke-voucher CODE REASON`: takes one unused voucher away. */
export async function revokeVoucher(session: Session, [code = '', ...reason]: readonly string[]): Promise<number> {
  console.log(`took ${(await ask(session, 'voucher.revoke', { code, reason: reason.join(' ') })).voucherId} away`);
  return 0;
}

/** `revoke-coupon COUPON REASON`: stops a coupon for good; its unused vouchers are taken away by a job. */
export async function revokeCoupon(session: Session, [couponId = '', ...reason]: readonly string[]): Promise<number> {
  const revoked = await ask(session, 'voucher.revokeCoupon', { couponId, reason: reason.join(' ') });
  console.log(`${revoked.couponId} is given out no more; a job takes the unused ones away`);
  return 0;
}

/** `settlement MONTH`: what partners' coupons were redeemed for, as CSV (RFC 4180), with the sums by partner on the error stream. */
export async function settlement(session: Session, [month = '']: readonly string[]): Promise<number> {
  const sums = new Map<string, { count: number; fen: number }>();
  console.log('partner,coupon,name,voucher,at,shop,discountFen');
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await ask(session, 'voucher.settlement', cursor === undefined ? { month } : { month, cursor });
    for (const { partnerId, couponId, name, voucherId, at, shopId, discountFen } of page.rows) {
      const cells = [partnerId, couponId, name[session.language], voucherId, new Date(at).toISOString(), shopId, discountFen];
      console.log(cells.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(','));
      const before = sums.get(partnerId) ?? { count: 0, fen: 0 };
      sums.set(partnerId, { count: before.count + 1, fen: before.fen + discountFen });
    }
    cursor = page.next;
  }
  for (const [partnerId, { count, fen }] of sums) console.error(`${partnerId}  ${count} vouchers  ${(fen / 100).toFixed(2)} yuan`);
  return 0;
}

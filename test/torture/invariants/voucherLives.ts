import type { Claim, Voucher } from '@shared/voucher/types';
import { grouped, repeated, spoilFirst, type Invariant } from './invariant';

/** What a voucher may become, by what it is: written down once more, apart from the rules. */
const next: Readonly<Record<string, readonly string[]>> = {
  free: ['issued'],
  issued: ['gifting', 'redeemed', 'revoked'],
  gifting: ['issued', 'revoked'],
  redeemed: ['issued'],
  revoked: [],
};

/** Every voucher is in one state, by a legal history; claims and issued copies stay within their limits; a use is of one purchase. */
export const voucherLives: Invariant = {
  name: 'vouchers: one state, a legal history, within their limits',
  check({ vouchers, claims, coupons, purchases }) {
    // What was bought with points and given back is kept aside: its unit and its claim's number are there anew.
    const copies = vouchers.filter(({ _id }) => !_id.includes('~'));
    const byCoupon = grouped(copies, (voucher) => voucher.couponId);
    const wrong = vouchers.flatMap((voucher) => lifeOf(voucher).map((what) => `voucher ${voucher._id}: ${what}`));
    for (const { _id, totalMax } of coupons) {
      const issued = (byCoupon.get(_id) ?? []).filter((voucher) => voucher.state !== 'free').length;
      if (totalMax !== null && issued > totalMax) wrong.push(`coupon ${_id}: ${issued} of ${totalMax} were issued`);
    }
    for (const [place, own] of grouped(claims, ({ couponId, memberId }) => `${couponId}:${memberId}`)) {
      const most = coupons.find(({ _id }) => _id === own[0]?.couponId)?.perMemberMax ?? 0;
      if (own.length > most) wrong.push(`${place}: ${own.length} claims, ${most} are allowed`);
      const numbers = own.map(({ _id }) => Number(_id.slice(place.length + 1))).sort((a, b) => a - b);
      if (numbers.some((number, index) => number !== index + 1)) wrong.push(`${place}: claims are numbered ${numbers.join(', ')}`);
    }
    const known = new Map(vouchers.map((voucher) => [voucher._id, voucher]));
    wrong.push(
      ...standing(claims)
        .filter(({ voucherId }) => (known.get(voucherId)?.state ?? 'free') === 'free')
        .map(({ _id }) => `claim ${_id} holds none`),
    );
    wrong.push(...repeated('a claimed voucher', standing(claims), ({ voucherId }) => voucherId));
    const kept = purchases.filter((purchase) => purchase.undo === null && purchase.vouchers.length > 0);
    for (const { _id, vouchers: used, refunded, lines } of kept) {
      const gone = lines.every((line, index) => (refunded.units[index] ?? 0) >= line.units);
      for (const { voucherId } of gone ? [] : used) {
        if (known.get(voucherId)?.redeemed?.purchaseId !== _id) wrong.push(`purchase ${_id}: voucher ${voucherId} is not redeemed by it`);
      }
    }
    const uses = new Set(kept.flatMap(({ _id, vouchers: used }) => used.map(({ voucherId }) => `${_id} ${voucherId}`)));
    const byPurchase = vouchers.filter(({ redeemed }) => redeemed?.purchaseId != null);
    wrong.push(
      ...byPurchase
        .filter(({ _id, redeemed }) => !uses.has(`${redeemed?.purchaseId ?? ''} ${_id}`))
        .map(({ _id }) => `voucher ${_id} is redeemed by a purchase that does not stand`),
    );
    return { looked: vouchers.length + claims.length, wrong };
  },
  spoil: ({ vouchers }) =>
    spoilFirst(
      vouchers,
      ({ state }) => state === 'issued',
      ({ steps }) => ({ steps: [...steps, { state: 'free' as const, at: steps.at(-1)?.at ?? 0, by: 'nobody' }] }),
    ),
};

function standing(claims: readonly Claim[]): readonly Claim[] {
  return claims.filter(({ cancelledAt }) => cancelledAt === undefined);
}

function lifeOf({ state, steps, memberId, code, redeemed, revoked, gift }: Voucher): readonly string[] {
  const states = ['free', ...steps.map((step) => step.state)];
  const wrong: string[] = [];
  if (states.at(-1) !== state) wrong.push(`is ${state}, its history ends with ${states.at(-1) ?? ''}`);
  states.slice(1).forEach((to, index) => {
    const from = states[index] ?? '';
    if (!(next[from] ?? []).includes(to)) wrong.push(`went from ${from} to ${to}`);
  });
  if (steps.some((step, index) => step.at < (steps[index - 1]?.at ?? 0))) wrong.push('has a history that runs backwards');
  if ((state === 'free') !== (memberId === undefined && code === undefined)) wrong.push(`is ${state} with holder ${memberId ?? 'nobody'}`);
  if ((state === 'redeemed') !== (redeemed !== undefined)) wrong.push(`is ${state} and its use is ${JSON.stringify(redeemed)}`);
  if ((state === 'revoked') !== (revoked !== undefined)) wrong.push(`is ${state} and was revoked ${JSON.stringify(revoked)}`);
  if ((state === 'gifting') !== (gift !== undefined)) wrong.push(`is ${state} and its gift is ${JSON.stringify(gift)}`);
  return wrong;
}

import { judgeUse, type UseSituation } from '@shared/voucher/judgeUse';
import { freeCopy, issueCopy } from '@shared/voucher/issueCopy';
import type { Coupon, Voucher } from '@shared/voucher/types';
import { cashCoupon } from './cashCoupon';

/** 22 November 2026 is a Sunday; 10:00 of programme time. */
const sundayMorning = Date.UTC(2026, 10, 22, 2, 0);
const west = { _id: 'west', name: { zh: '西湖店', en: 'West Lake' }, active: true };
const here: UseSituation = { at: sundayMorning, offsetMinutes: 480, shopId: 'east', shops: new Map([['west', west]]), quoteId: null };

function held(coupon: Coupon): Voucher {
  const to = { memberId: 'anna', accountId: 'anna', source: 'claim:k', code: '7', at: sundayMorning, today: '2026-11-22' };
  return issueCopy(freeCopy('ten:anna:1', 'ten'), coupon, to);
}

function verdict(changes: Partial<Coupon>, voucherChanges: Partial<Voucher> = {}, there: Partial<UseSituation> = {}): string {
  const coupon = cashCoupon(changes);
  const judged = judgeUse({ ...held(coupon), ...voucherChanges }, coupon, { ...here, ...there });
  return judged.ok ? 'usable' : `${judged.refusal.code} ${JSON.stringify(judged.refusal.args ?? {})}`;
}

test('a voucher is usable from its first day to the end of its last', () => {
  const last = Date.UTC(2026, 11, 21, 15, 59);
  expect(verdict({})).toBe('usable');
  expect(verdict({}, {}, { at: last })).toBe('usable');
  expect(verdict({}, {}, { at: last + 60_000 })).toBe('voucher.lapsed {"on":"2026-12-21"}');
  const span = { validity: { kind: 'fixed', from: '2026-11-23', to: '2026-11-30' } } as const;
  expect(verdict(span)).toBe('voucher.early {"on":"2026-11-23"}');
});

test('shops, weekdays and hours are kept to, the end of the hours not included', () => {
  expect(verdict({ scope: { shopIds: ['west'], categoryIds: [], productIds: [] } })).toBe(
    'voucher.otherShop {"shopsZh":"西湖店","shopsEn":"West Lake"}',
  );
  expect(verdict({ weekdays: [1, 2, 3, 4, 5] })).toBe('voucher.otherDay {}');
  expect(verdict({ weekdays: [7] })).toBe('usable');
  expect(verdict({ hours: { from: '09:00', to: '10:00' } })).toBe('voucher.otherHour {"from":"09:00","to":"10:00"}');
  expect(verdict({ hours: { from: '10:00', to: '12:00' } })).toBe('usable');
});

test('a hold binds other quotes, and only until it has passed', () => {
  const hold = { heldUntil: sundayMorning + 90_000, heldBy: 'quote-1' };
  expect(verdict({}, hold)).toBe('voucher.held {"minutes":2}');
  expect(verdict({}, hold, { quoteId: 'quote-1' })).toBe('usable');
  expect(verdict({}, { ...hold, heldUntil: sundayMorning })).toBe('usable');
});

test('what was used says when and where, and nobody uses what is a gift, revoked or not theirs to find', () => {
  const use = { at: sundayMorning, shopId: 'west', staffId: 'q', device: 'd', purchaseId: null, discountFen: 0, key: 'k' };
  expect(verdict({}, { state: 'redeemed', redeemed: use })).toBe(
    'voucher.done {"at":"2026-11-22 10:00","shopZh":"西湖店","shopEn":"West Lake"}',
  );
  expect(verdict({}, { state: 'revoked' })).toBe('voucher.revoked {}');
  const gift = { token: 't', key: 'k', at: sundayMorning, until: sundayMorning + 1 };
  expect(verdict({}, { state: 'gifting', gift })).toBe('voucher.gifting {}');
  expect(judgeUse(null, cashCoupon(), here)).toMatchObject({ refusal: { code: 'voucher.unknown' } });
});

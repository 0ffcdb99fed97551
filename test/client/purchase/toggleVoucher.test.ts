import type { QuoteView } from '@shared/purchase/quote';
import { toggleVoucher } from '@/features/purchase/toggleVoucher';

const name = { zh: '券', en: 'Voucher' };
const used = (voucherId: string, group: string, exclusive = false): QuoteView['vouchers'][number] => ({
  voucherId,
  name,
  endsOn: '2026-12-31',
  group,
  exclusive,
  couponId: 'c',
  discountFen: 1,
});
const unused = (voucherId: string, group: string, exclusive = false, usable = true): QuoteView['others'][number] => ({
  voucherId,
  name,
  endsOn: '2026-12-31',
  group,
  exclusive,
  usable,
  why: { kind: 'less' },
});

test('a voucher in use is let go', () => {
  expect(toggleVoucher({ vouchers: [used('a', 'g'), used('b', 'h')], others: [] }, 'a')).toEqual(['b']);
});

test('a chosen voucher takes the place of its group’s and of one that stands alone', () => {
  expect(toggleVoucher({ vouchers: [used('a', 'g'), used('b', 'h')], others: [unused('c', 'g')] }, 'c')).toEqual(['b', 'c']);
  expect(toggleVoucher({ vouchers: [used('x', 'z', true)], others: [unused('c', 'g')] }, 'c')).toEqual(['c']);
});

test('one that stands alone takes the place of all', () => {
  expect(toggleVoucher({ vouchers: [used('a', 'g'), used('b', 'h')], others: [unused('x', 'z', true)] }, 'x')).toEqual(['x']);
});

test('one that cannot be used changes nothing', () => {
  expect(toggleVoucher({ vouchers: [used('a', 'g')], others: [unused('c', 'h', false, false)] }, 'c')).toEqual(['a']);
});

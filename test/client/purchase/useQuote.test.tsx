import type { QuoteView } from '@shared/purchase/quote';
import { act, renderHook, waitFor } from '@testing-library/react';
import { useQuote } from '@/features/purchase/useQuote';
import { signIn } from '@/platform/door';
import { chooseLanguage } from '@/platform/language';
import { type DoorInFront, openDoor } from '../platform/doorInFront';

const quoteId = 'm:1:key-of-quote';
const name = { zh: '满50减10', en: '¥10 off ¥50' };
const shown = { name, endsOn: '2026-12-31', group: 'g', exclusive: false };
const quote: QuoteView = {
  quoteId,
  at: 0,
  heldUntil: 300_000,
  lines: [],
  listFen: 8_000,
  vouchers: [{ ...shown, voucherId: 'ten', couponId: 'ten', discountFen: 1_000 }],
  others: [{ ...shown, voucherId: 'five', usable: true, why: { kind: 'group', voucherId: 'ten' } }],
  available: 50,
  pointsMax: 50,
  pointsPaid: 0,
  payableFen: 7_000,
  gift: null,
  nextGift: null,
  lostGift: null,
  points: 70,
  capped: false,
  releaseOn: '2026-11-29',
};
const accepted = (value: unknown) => ({ status: 200, body: { result: { ok: true, value, now: Date.now() } } });

const refused = (refusal: object) => ({ status: 200, body: { result: { ok: false, refusal, now: Date.now() } } });

let door: DoorInFront;

beforeEach(async () => {
  chooseLanguage('zh');
  door = await openDoor();
  await signIn('xiaoman');
});

afterEach(() => door.close());

const asked = (method: string) => door.knocks.flatMap(({ body }) => (body.method === method ? [body.input] : []));

const lines = [{ categoryId: 'general', amountFen: 8_000 }];

test('what is keyed in is priced by itself, and confirmed as quoted', async () => {
  door.answers(accepted(quote));
  const onDone = jest.fn();
  const { result } = renderHook(() => useQuote('m:1', lines, onDone));
  await waitFor(() => expect(result.current.quote).toEqual(quote));
  expect(asked('purchase.quote')).toEqual([expect.objectContaining({ visitId: 'm:1', lines, voucherIds: 'best', usePoints: 0 })]);
  door.answers(accepted({ purchaseId: 'p' }));
  await act(() => result.current.confirm('A-1'));
  expect(asked('purchase.confirmQuote')).toEqual([expect.objectContaining({ quoteId, orderNo: 'A-1' })]);
  expect(onDone).toHaveBeenCalledWith({ purchaseId: 'p' });
});

test('what has changed is said with the voucher’s name, and the price is asked for anew', async () => {
  door.answers(accepted(quote));
  const { result } = renderHook(() => useQuote('m:1', lines, jest.fn()));
  await waitFor(() => expect(result.current.quote).not.toBeNull());
  const args = { what: 'voucher.done', at: '14:02', shopZh: '东门店', shopEn: 'East Gate', voucherZh: name.zh, voucherEn: name.en };
  door.answers(refused({ code: 'quote.changed', args }), accepted({ ...quote, payableFen: 8_000 }));
  await act(() => result.current.confirm('A-1'));
  expect(result.current.said).toContain('满50减10 · ');
  expect(result.current.said).toContain('14:02');
  expect(result.current.quote?.payableFen).toBe(8_000);
});

test('another choice of vouchers is priced', async () => {
  door.answers(accepted(quote));
  const { result } = renderHook(() => useQuote('m:1', lines, jest.fn()));
  await waitFor(() => expect(result.current.quote).not.toBeNull());
  act(() => result.current.choose(['five']));
  expect(result.current.quote).toBeNull();
  await waitFor(() => expect(asked('purchase.quote').at(-1)).toMatchObject({ voucherIds: ['five'] }));
});

import { decideDate } from '@shared/purchase/decideDate';

const offset = 480;
const now = Date.UTC(2026, 10, 22, 2, 0);
const at = (text: string): number => Date.parse(`${text}+08:00`);
const judge = (takenAt: number, on = now, today = '2026-11-22') => decideDate(takenAt, on, today, offset);

test('a purchase counts for the programme day on which it was taken', () => {
  expect(judge(at('2026-11-21T23:59:59'))).toEqual({ ok: true, value: '2026-11-21' });
  expect(judge(at('2026-11-22T00:00:00'))).toEqual({ ok: true, value: '2026-11-22' });
});

test('one from the future is refused; a clock a little ahead is not, and makes no day that has not begun', () => {
  expect(judge(now + 6 * 60_000)).toMatchObject({ refusal: { code: 'purchase.date' } });
  expect(judge(now + 4 * 60_000)).toMatchObject({ ok: true });
  expect(judge(at('2026-11-23T00:01:00'), at('2026-11-22T23:59:00'))).toEqual({ ok: true, value: '2026-11-22' });
});

test('one whose lot has lapsed is refused: the lot lives to the end of the twelfth month after', () => {
  expect(judge(at('2025-11-01T09:00:00'))).toMatchObject({ ok: true });
  expect(judge(at('2025-10-31T23:00:00'))).toMatchObject({ refusal: { code: 'purchase.date', args: { day: '2025-10-31' } } });
});

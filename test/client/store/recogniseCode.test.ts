import { recogniseCode } from '@/features/store/recogniseCode';

it('knows a member code by 22 digits that begin with 9', () => {
  expect(recogniseCode('9210038122047712381204')).toEqual({ kind: 'member', code: '9210038122047712381204' });
});

it('knows a pick-up code by 16 digits that begin with 8', () => {
  expect(recogniseCode('8338893695333249')).toEqual({ kind: 'pickup', code: '8338893695333249' });
});

it('knows a voucher’s or pack’s code by 16 digits that begin with 7', () => {
  expect(recogniseCode('7000000000000005')).toEqual({ kind: 'ticket', code: '7000000000000005' });
});

it('passes over blanks between groups', () => {
  expect(recogniseCode(' 8338 8936 9533 3249 ')).toEqual({ kind: 'pickup', code: '8338893695333249' });
});

it.each(['', '9210038122047712', '921003812204771238120', '82100381220477123812', '1338893695333249', 'https://example.com', '９２１０'])(
  'says that %p is none of ours',
  (text) => {
    expect(recogniseCode(text)).toEqual({ kind: 'foreign' });
  },
);

import { accrue } from '@shared/ledger/accrue';
import { checkBalance } from '@shared/ledger/check';
import { close } from '@shared/ledger/close';
import { credit } from '@shared/ledger/credit';
import { adjust } from '@shared/ledger/adjust';
import { openAccount } from '@shared/ledger/openAccount';
import { open } from '@shared/ledger/posting';

const today = '2026-11-22';
const ended = { source: 'left:1', day: today, note: {} };
const fresh = open(openAccount('m', 0, today));

test('closing takes pending points by their release days, then every lot, and leaves nothing', () => {
  const gifted = credit(fresh, { kind: 'gift', source: 'welcome', day: today, points: 50, note: {} });
  const bought = accrue(gifted, { source: 'a', day: today, today, points: 30, note: {} });
  const twice = accrue(bought, { source: 'b', day: '2026-11-20', today, points: 20, note: {} });
  const closed = close(twice, ended);
  expect(closed.balance).toMatchObject({ available: 0, pending: 0, debt: 0, lots: [], buckets: [], nextDueOn: null });
  expect(checkBalance(closed.balance)).toEqual([]);
  expect(closed.drafts.slice(3).map(({ source, pendingDelta, availableDelta }) => [source, pendingDelta, availableDelta])).toEqual([
    ['left:1:2026-11-27', -20, 0],
    ['left:1:2026-11-29', -30, 0],
    ['left:1', 0, -50],
  ]);
});

test('debt is written off, and an empty account needs no entry', () => {
  const owing = adjust(fresh, { source: 'x', day: today, points: -40, note: {} });
  expect(close(owing, ended).balance).toMatchObject({ available: 0, debt: 0 });
  expect(close(fresh, ended).drafts).toEqual([]);
});

import { accrue } from '@shared/ledger/accrue';
import { credit } from '@shared/ledger/credit';
import { giveBack, type GivenBack } from '@shared/ledger/giveBack';
import { openAccount } from '@shared/ledger/openAccount';
import { open, type Posting } from '@shared/ledger/posting';
import { reconcile } from '@shared/ledger/reconcile';
import { redeem } from '@shared/ledger/redeem';
import { reverse } from '@shared/ledger/reverse';
import { settle } from '@shared/ledger/settle';
import { viewPoints } from '@shared/ledger/view';

const empty = open(openAccount('m', 0, '2026-11-22'));
const bought = (posting: Posting, day: string, points: number, today = day): Posting =>
  accrue(posting, { source: `p-${day}-${points}`, day, today, points, note: {} });
const gave = (posting: Posting, day: string, points: number): Posting =>
  credit(posting, { kind: 'gift', source: `g-${day}-${points}`, day, points, note: {} });

function spend(posting: Posting, day: string, points: number): Posting {
  const outcome = redeem(posting, { source: `r-${day}-${points}`, day, points, note: {} });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}

test('a purchase’s points are pending until 00:00 of the seventh day, then available', () => {
  const posting = bought(empty, '2026-11-22', 128);
  expect(viewPoints(posting.balance)).toMatchObject({ available: 0, pending: 128, nextRelease: { on: '2026-11-29', points: 128 } });
  expect(settle(posting, '2026-11-28').balance.pending).toBe(128);
  expect(viewPoints(settle(posting, '2026-11-29').balance)).toMatchObject({
    available: 128,
    pending: 0,
    nextLapse: { on: '2027-11-30', points: 128 },
  });
});

test('points join the lot of the purchase’s month, not of the month in which they are released', () => {
  const released = settle(bought(empty, '2026-11-28', 10), '2026-12-05');
  expect(released.balance.lots).toEqual([{ id: '2026-11', endsOn: '2027-11-30', points: 10 }]);
});

test('a purchase that arrives after its release day is available at once, by an entry of its own', () => {
  const late = bought(empty, '2026-11-10', 40, '2026-11-22');
  expect(late.drafts.map((draft) => [draft.kind, draft.source])).toEqual([
    ['accrual', 'p-2026-11-10-40'],
    ['release', 'p-2026-11-10-40'],
  ]);
  expect(late.balance).toMatchObject({ pending: 0, available: 40 });
});

test('a lot can be used to the end of the 12th month after its own, and lapses the next day', () => {
  const posting = gave(empty, '2026-11-22', 50);
  expect(settle(posting, '2027-11-30').balance.available).toBe(50);
  const lapsed = settle(posting, '2027-12-01');
  expect(lapsed.balance).toMatchObject({ available: 0, lots: [], nextDueOn: null });
  expect(lapsed.drafts.at(-1)).toMatchObject({ kind: 'expiry', source: '2026-11', day: '2027-12-01', availableDelta: -50 });
});

test('a redemption takes the lot that lapses first, and never pending points', () => {
  const posting = gave(gave(empty, '2026-10-05', 30), '2026-11-05', 30);
  expect(spend(posting, '2026-11-22', 40).balance.lots).toEqual([{ id: '2026-11', endsOn: '2027-11-30', points: 20 }]);
  expect(redeem(bought(posting, '2026-11-22', 500), { source: 'r', day: '2026-11-22', points: 61, note: {} })).toEqual({
    ok: false,
    refusal: { code: 'points.short', args: { have: 60, need: 61 } },
  });
});

test('taking back released points: its own month’s lot, then others by end, the rest is debt', () => {
  const stocked = gave(gave(settle(bought(empty, '2026-11-10', 100), '2026-11-22'), '2026-10-05', 30), '2026-09-05', 20);
  const spent = spend(stocked, '2026-11-22', 20);
  const back = reverse(spent, { source: 'u', day: '2026-11-10', today: '2026-11-22', points: 160, note: {} });
  expect(back.drafts.at(-1)).toMatchObject({
    availableDelta: -130,
    debtDelta: 30,
    lots: [
      { lot: '2026-11', points: -100 },
      { lot: '2026-10', points: -30 },
    ],
  });
  expect(back.balance).toMatchObject({ available: 0, debt: 30 });
});

test('debt is paid as soon as points become available, whether released or given', () => {
  const owing = reverse(settle(bought(empty, '2026-11-10', 100), '2026-11-22'), {
    source: 'u',
    day: '2026-11-10',
    today: '2026-11-22',
    points: 130,
    note: {},
  });
  expect(owing.balance.debt).toBe(30);
  expect(gave(owing, '2026-11-22', 10).balance).toMatchObject({ available: 0, debt: 20, lots: [] });
  const released = settle(bought(owing, '2026-11-22', 50), '2026-11-29');
  expect(released.balance).toMatchObject({ available: 20, debt: 0, pending: 0 });
  expect(released.drafts.at(-1)).toMatchObject({ pendingDelta: -50, availableDelta: 20, debtDelta: -30 });
});

test('nothing more is taken when the purchase’s own lot has lapsed', () => {
  const old = settle(gave(bought(empty, '2025-10-10', 100), '2026-11-01', 70), '2026-11-22');
  const back = reverse(old, { source: 'u', day: '2025-10-10', today: '2026-11-22', points: 100, note: {} });
  expect(back).toBe(old);
});

/** 30 points of October 2025 and 20 of November 2025, all spent in one redemption. */
const spentAll = spend(gave(gave(empty, '2025-10-05', 30), '2025-11-05', 20), '2026-01-01', 50);
const spentParts = spentAll.drafts.at(-1)?.lots ?? [];
const back = (posting: Posting, today: string, points: number, more: Partial<GivenBack> = {}): Posting =>
  giveBack(settle(posting, today), {
    source: `b-${today}`,
    today,
    points,
    spent: spentParts,
    before: 0,
    because: 'cancelled',
    note: {},
    ...more,
  });

test('of what comes back, the part that lapses last returns first, into its own lot', () => {
  const some = back(spentAll, '2026-02-01', 25);
  expect(some.balance.lots).toEqual([
    { id: '2025-10', endsOn: '2026-10-31', points: 5 },
    { id: '2025-11', endsOn: '2026-11-30', points: 20 },
  ]);
  expect(back(some, '2026-02-02', 25, { before: 25 }).balance.lots).toMatchObject([{ points: 30 }, { points: 20 }]);
  expect(() => back(spentAll, '2026-02-01', 51)).toThrow('fewer');
});

test('points of a lapsed lot join the grace lot, whose end moves to today + 7 but never past 28 days after it opened', () => {
  let posting = back(spentAll, '2027-01-01', 10);
  expect(posting.balance.lots).toEqual([{ id: 'grace#1', endsOn: '2027-01-08', points: 10 }]);
  for (const [today, endsOn] of [
    ['2027-01-08', '2027-01-15'],
    ['2027-01-15', '2027-01-22'],
    ['2027-01-22', '2027-01-29'],
    ['2027-01-29', '2027-01-29'],
  ] as const) {
    posting = back(posting, today, 1);
    expect(posting.balance.lots).toMatchObject([{ id: 'grace#1', endsOn }]);
  }
  const lapsed = settle(posting, '2027-01-30');
  expect(lapsed.drafts.at(-1)).toMatchObject({ kind: 'expiry', source: 'grace#1', availableDelta: -14 });
  expect(back(lapsed, '2027-02-01', 3).balance.lots).toEqual([{ id: 'grace#2', endsOn: '2027-02-08', points: 3 }]);
});

test('an emptied grace lot stays the open one until its end', () => {
  const emptied = spend(back(spentAll, '2027-01-01', 10), '2027-01-02', 10);
  expect(emptied.balance.lots).toEqual([]);
  expect(back(emptied, '2027-01-08', 5).balance).toMatchObject({ lots: [{ id: 'grace#1', points: 5 }], grace: { openedOn: '2027-01-01' } });
  expect(back(emptied, '2027-01-09', 5).balance).toMatchObject({ lots: [{ id: 'grace#2', points: 5 }] });
});

test('points out of a grace lot get no second grace, but a refund’s live seven days whatever they were', () => {
  const again = spend(back(spentAll, '2027-01-01', 10), '2027-01-02', 4);
  const spent = again.drafts.at(-1)?.lots ?? [];
  expect(back(again, '2027-01-05', 4, { spent }).balance.lots).toEqual([{ id: 'grace#1', endsOn: '2027-01-08', points: 10 }]);
  const late = settle(again, '2027-01-09');
  const gone = back(late, '2027-01-09', 4, { spent });
  expect(gone.balance).toEqual(late.balance);
  expect(gone.drafts.at(-1)).toMatchObject({ kind: 'return', availableDelta: 0, lots: [] });
  expect(back(late, '2027-01-09', 4, { spent, because: 'refunded' }).balance.lots).toEqual([
    { id: 'grace#2', endsOn: '2027-01-16', points: 4 },
  ]);
  expect(back(again, '2027-01-05', 4, { spent, because: 'refunded' }).balance.lots).toMatchObject([{ endsOn: '2027-01-12', points: 10 }]);
  expect(back(spentAll, '2026-11-25', 20, { because: 'refunded' }).balance.lots).toMatchObject([{ id: 'grace#1', endsOn: '2026-12-02' }]);
});

test('a refund outlasts the 28 days of a grace lot, and a cancellation after it does not shorten them', () => {
  let posting = back(spentAll, '2027-01-01', 10);
  for (const today of ['2027-01-08', '2027-01-15', '2027-01-22']) posting = back(posting, today, 1);
  const refunded = back(posting, '2027-01-27', 2, { because: 'refunded' });
  expect(refunded.balance.lots).toMatchObject([{ id: 'grace#1', endsOn: '2027-02-03' }]);
  expect(back(refunded, '2027-01-28', 1).balance.lots).toMatchObject([{ id: 'grace#1', endsOn: '2027-02-03' }]);
});

test('what comes back pays debt first, by the parts that would lapse first', () => {
  const owing = reverse(spentAll, { source: 'u', day: '2026-01-10', today: '2026-02-01', points: 35, note: {} });
  const paid = back(owing, '2026-02-01', 50);
  expect(paid.balance).toMatchObject({ debt: 0, available: 15, lots: [{ id: '2025-11', points: 15 }] });
  expect(paid.drafts.at(-1)).toMatchObject({ kind: 'return', availableDelta: 15, debtDelta: -35 });
});

test('reconcile names what differs, and does not look beyond the account’s own seq', () => {
  const account = {
    ...openAccount('m', 0, '2026-11-22'),
    seq: 1,
    available: 50,
    lots: [{ id: '2026-11', endsOn: '2027-11-30', points: 50 }],
  };
  const draft = gave(empty, '2026-11-22', 50).drafts[0];
  if (draft === undefined) throw new Error('no draft');
  const entry = { ...draft, _id: 'm:gift:1', accountId: 'm', seq: 1, at: 0 };
  expect(reconcile(account, [entry])).toEqual([]);
  expect(reconcile(account, [entry, { ...entry, _id: 'm:gift:2', seq: 2 }])).toEqual([]);
  expect(reconcile({ ...account, available: 60 }, [entry])).toEqual([
    { accountId: 'm', seq: 1, what: 'available', account: 60, entries: 50 },
  ]);
  expect(reconcile(account, []).map((difference) => difference.what)).toEqual(['seq', 'entries', 'available', 'lot 2026-11']);
});

import { decideUndo, undoMs } from '@shared/purchase/undo';
import { decideVisit } from '@shared/purchase/visit';
import type { Purchase, Visit } from '@shared/purchase/types';

const visit: Visit = {
  _id: 'm:1',
  memberId: 'm',
  accountId: 'm',
  shopId: 'west',
  device: 'till-1',
  staffId: 'qing',
  openedAt: 0,
  endsAt: 600_000,
  by: 'scan',
  cardTail: '7712',
};
const till = { shopId: 'west', device: 'till-1' };
const offsetMinutes = 480;

test('an act may name a visit of its own till until it ends', () => {
  expect(decideVisit(visit, till, 599_999, offsetMinutes).ok).toBe(true);
  expect(decideVisit(visit, till, 600_000, offsetMinutes)).toEqual({ ok: false, refusal: { code: 'visit.ended', args: { at: '08:10' } } });
});

test.each([
  [null, till, 'visit.unknown'],
  [visit, { shopId: 'east', device: 'till-1' }, 'visit.otherTill'],
  [visit, { shopId: 'west', device: 'till-2' }, 'visit.otherTill'],
] as const)('refuses a visit that is not this till’s', (found, at, code) => {
  expect(decideVisit(found, at, 1, offsetMinutes)).toMatchObject({ refusal: { code } });
});

const purchase: Purchase = {
  _id: 'west::A1',
  key: 'purchase-key',
  orderNo: 'A1',
  shopId: 'west',
  staffId: 'qing',
  device: 'till-1',
  visitId: 'm:1',
  memberId: 'm',
  accountId: 'm',
  cardTail: '7712',
  at: 1_000,
  day: '2026-11-22',
  lines: [],
  payableFen: 100,
  points: 1,
  capped: false,
  releaseOn: '2026-11-29',
  multiplier: 100,
  quoteId: null,
  vouchers: [],
  pointsPaid: 0,
  gift: null,
  refunded: { count: 0, units: [], payableFen: 0, pointsReturned: 0, pointsTaken: 0, giftOwedFen: 0 },
  source: 'till',
  takenAt: 0,
  undo: null,
};
const by = { shopId: 'west', staffId: 'qing', key: 'undo-key-1' };
const undone: Purchase = { ...purchase, undo: { how: 'undo', key: 'undo-key-1', at: 2_000, staffId: 'qing', device: 'till-1' } };

test('the same staff member may undo for five minutes', () => {
  expect(decideUndo(purchase, by, purchase.at + undoMs)).toMatchObject({ value: { repeat: false } });
  expect(decideUndo(purchase, by, purchase.at + undoMs + 1)).toMatchObject({ refusal: { code: 'undo.tooLate', args: { minutes: 5 } } });
});

test('the same tap again repeats its answer even later; another tap is told it is done', () => {
  expect(decideUndo(undone, by, purchase.at + undoMs * 10)).toMatchObject({ value: { repeat: true } });
  expect(decideUndo(undone, { ...by, key: 'undo-key-2' }, purchase.at)).toMatchObject({ refusal: { code: 'undo.done' } });
});

test('another staff member may not, and another shop learns nothing', () => {
  expect(decideUndo(purchase, { ...by, staffId: 'lin' }, 1_001)).toMatchObject({ refusal: { code: 'undo.otherStaff' } });
  expect(decideUndo(purchase, { ...by, shopId: 'east' }, 1_001)).toEqual(decideUndo(null, by, 1_001));
});

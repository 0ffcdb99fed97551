import type { PurchaseReceipt, VisitView } from '@shared/purchase/contract';
import { visitAfter } from '@/features/purchase/visitAfter';

const visit = { visitId: 'v', available: 500, pending: 20 } as VisitView;
const receipt = (purchaseId: string, pointsPaid: number, points: number, undone = false) =>
  ({ purchaseId, pointsPaid, points, undone }) as PurchaseReceipt;

test('points paid leave the balance at once and earned ones are pending', () => {
  expect(visitAfter(visit, [receipt('a', 120, 30), receipt('b', 0, 8)])).toMatchObject({ available: 380, pending: 58 });
});

test('a receipt that is said twice counts once, and one that was undone for nothing', () => {
  expect(visitAfter(visit, [receipt('a', 120, 30), receipt('a', 120, 30)])).toMatchObject({ available: 380, pending: 50 });
  expect(visitAfter(visit, [receipt('a', 120, 30), receipt('a', 120, 30, true)])).toMatchObject({ available: 500, pending: 20 });
});

import fc from 'fast-check';
import { batchesByOrder, batchesInTurn } from '../../config/admin/batches';
import type { Gathered } from '../../config/admin/gatherPurchases';

const gathered = (orderNo: string, row: number): Gathered => ({
  purchase: { card: '9210038122047712', shop: 'west', orderNo, at: '2026-11-21 10:00', lines: [{ item: '', amountFen: 1 }] },
  rows: [row],
});
const someFile = fc
  .array(fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'), { maxLength: 60 })
  .map((orders) => orders.map((orderNo, row) => gathered(orderNo, row)));

test('a dry run’s calls carry every purchase once, no more than fit, and an order in one call where it fits', () => {
  fc.assert(
    fc.property(someFile, fc.integer({ min: 1, max: 12 }), (file, max) => {
      const batches = batchesByOrder(file, max);
      expect(batches.flat().sort((a, b) => (a.rows[0] ?? 0) - (b.rows[0] ?? 0))).toEqual(file);
      for (const batch of batches) expect(batch.length).toBeLessThanOrEqual(max);
      for (const orderNo of new Set(file.map(({ purchase }) => purchase.orderNo))) {
        const holding = batches.filter((batch) => batch.some(({ purchase }) => purchase.orderNo === orderNo));
        const size = file.filter(({ purchase }) => purchase.orderNo === orderNo).length;
        if (size <= max) expect(holding).toHaveLength(1);
        // A sale comes before its refunds.
        const rows = batches.flat().flatMap(({ purchase, rows: [row] }) => (purchase.orderNo === orderNo ? [row] : []));
        expect(rows).toEqual([...rows].sort((a, b) => (a ?? 0) - (b ?? 0)));
      }
    }),
  );
});

test('a real run sends the file in turn', () => {
  const file = ['A', 'B', 'A', 'C'].map((orderNo, row) => gathered(orderNo, row));
  expect(batchesInTurn(file, 3)).toEqual([file.slice(0, 3), file.slice(3)]);
  expect(batchesInTurn([], 3)).toEqual([]);
});

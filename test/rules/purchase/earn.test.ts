import fc from 'fast-check';
import { addEarned, capRoom, earn } from '@shared/purchase/earn';
import { orderId } from '@shared/purchase/orderId';

const line = (payableFen: number, multiplier = 100) => ({ payableFen, multiplier });

test('earns a point per whole yuan of the sum, rounded down once', () => {
  const lines = [line(6_425), line(6_425)];
  expect(earn(lines, 100, Infinity)).toEqual({ payableFen: 12_850, points: 128, capped: false });
  expect(earn(lines, 150, Infinity).points).toBe(192);
});

test('a line earns by its own multiplier times the tier’s, with one floor on the sum', () => {
  // (¥1.99 × 1.5 + ¥1.99 × 2) × 1.2 = 8.358; floored line by line it would be 3 + 4.
  expect(earn([line(199, 150), line(199, 200)], 120, Infinity).points).toBe(8);
});

test('excluded categories are paid for but earn nothing', () => {
  expect(earn([line(10_000), line(50_000, 0)], 100, Infinity)).toMatchObject({ payableFen: 60_000, points: 100 });
});

test('the daily cap cuts what is over it and says so', () => {
  expect(earn([line(600_000)], 100, 5_000)).toMatchObject({ points: 5_000, capped: true });
  expect(earn([line(600_000)], 100, 0)).toMatchObject({ points: 0, capped: true });
});

test('an undo gives the day its room back', () => {
  const after = addEarned([], '2026-11-22', 4_000);
  expect(capRoom(after, '2026-11-22', 5_000)).toBe(1_000);
  expect(capRoom(after, '2026-11-23', 5_000)).toBe(5_000);
  expect(addEarned(after, '2026-11-22', -4_000)).toEqual([]);
});

test('however purchases of a day are cut up and undone, the cap is never passed', () => {
  const steps = fc.array(fc.record({ fen: fc.integer({ min: 1, max: 400_000 }), undo: fc.boolean() }), { maxLength: 30 });
  fc.assert(
    fc.property(steps, (purchases) => {
      let earned: ReturnType<typeof addEarned> = [];
      for (const { fen, undo } of purchases) {
        const { points } = earn([line(fen)], 120, capRoom(earned, '2026-11-22', 5_000));
        earned = addEarned(earned, '2026-11-22', points);
        expect(capRoom(earned, '2026-11-22', 5_000)).toBeGreaterThanOrEqual(0);
        if (undo) earned = addEarned(earned, '2026-11-22', -points);
      }
    }),
  );
});

test('order numbers are unique per shop for the period that is set, and an undo makes room for a next use', () => {
  expect(orderId('west', 'A1', '2026-11-22', 'ever', 1)).toBe('west::A1');
  expect(orderId('west', 'A1', '2026-11-22', 'year', 1)).toBe('west:2026:A1');
  expect(orderId('west', 'A1', '2026-11-22', 'day', 2)).toBe('west:2026-11-22:A1~2');
});

import fc from 'fast-check';
import { matchRefund } from '@shared/purchase/matchRefund';
import { reckonRefund } from '@shared/purchase/reckonRefund';
import { line, purchaseOf } from './builtPurchase';

const tea = { categoryId: 'tea', productId: 'longjing' };

test('a sum means the units of one line that come to it, in the category or of the product that is named', () => {
  const purchase = purchaseOf([line(4_000, 2), line(3_000, 3, tea), line(1_000)]);
  expect(matchRefund(purchase, [{ categoryId: 'tea', amountFen: 2_000 }])).toEqual({ ok: true, value: [{ line: 1, units: 2 }] });
  expect(matchRefund(purchase, [{ categoryId: 'general', amountFen: 2_000 }])).toEqual({ ok: true, value: [{ line: 0, units: 1 }] });
  expect(matchRefund(purchase, [{ categoryId: null, productId: 'longjing', amountFen: 1_000 }])).toEqual({
    ok: true,
    value: [{ line: 1, units: 1 }],
  });
});

test('more than any line holds takes whole lines and units of one more; nothing is taken twice and nothing is rounded', () => {
  const purchase = purchaseOf([line(4_000, 2), line(3_000, 3)]);
  expect(matchRefund(purchase, [{ categoryId: 'general', amountFen: 5_000 }])).toEqual({
    ok: true,
    value: [
      { line: 0, units: 2 },
      { line: 1, units: 1 },
    ],
  });
  const twice = [4_000, 4_000].map((amountFen) => ({ categoryId: 'general', amountFen }));
  expect(matchRefund(purchase, twice)).toMatchObject({ refusal: { code: 'refund.amount' } });
  expect(matchRefund(purchase, [{ categoryId: 'general', amountFen: 1_500 }])).toMatchObject({
    refusal: { code: 'refund.amount', args: { amount: '15.00' } },
  });
});

test('what some units of a line come to is always found, whatever was refunded before', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 2, max: 40 }), fc.nat(), fc.nat(), (fen, units, was, wanted) => {
      const before = was % units;
      const bought = purchaseOf([line(fen, units)]);
      const purchase = { ...bought, refunded: { ...bought.refunded, units: [before] } };
      const asked = 1 + (wanted % (units - before));
      const { lines } = reckonRefund(purchase, [{ line: 0, units: asked }]);
      const amountFen = lines.reduce((sum, each) => sum + each.moneyFen, 0);
      const found = matchRefund(purchase, [{ categoryId: null, amountFen }]);
      if (!found.ok) throw new Error(`${amountFen} was not found`);
      const again = reckonRefund(purchase, found.value).lines.reduce((sum, each) => sum + each.moneyFen, 0);
      expect(again).toBe(amountFen);
    }),
  );
});

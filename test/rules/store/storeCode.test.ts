import * as fc from 'fast-check';
import { sliceMax, sliceOrder, slicesPerCode } from '@shared/store/storeCode';

const slices = Array.from({ length: slicesPerCode }, (_, slice) => slice);

test('the slices of a cap are together exactly the cap, and differ by one at most', () => {
  fc.assert(
    fc.property(fc.nat(10_000), (cap) => {
      const parts = slices.map((slice) => sliceMax(cap, slice));
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(cap);
      expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1);
    }),
  );
});

test('every member looks at every slice once, and members begin at different ones', () => {
  const firsts = Array.from({ length: 100 }, (_, index) => sliceOrder(`member-${index}`));
  for (const order of firsts) expect([...order].sort()).toEqual(slices);
  expect(new Set(firsts.map((order) => order[0])).size).toBe(slicesPerCode);
});

import fc from 'fast-check';
import { takeCall, type Allowance } from '@shared/kernel/allowance';

const rule = { perSecond: 2, atOnce: 5 };

test('lets a burst through, then as many as are refilled, and says how long to wait', () => {
  let allowance: Allowance | undefined;
  for (let call = 0; call < 5; call += 1) {
    const taken = takeCall(allowance, rule, 1_000);
    expect(taken.waitSeconds).toBe(0);
    allowance = taken.next;
  }
  expect(takeCall(allowance, rule, 1_000).waitSeconds).toBe(1);
  expect(takeCall(allowance, rule, 1_500).waitSeconds).toBe(0);
});

test('however calls are spread, no more pass than the burst and the refill, and a clock set back locks nobody out', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -500, max: 2_000 }), { maxLength: 80 }), (gaps) => {
      let allowance: Allowance | undefined;
      let [now, forward, passed] = [10_000, 0, 0];
      for (const gap of gaps) {
        now += gap;
        forward += Math.max(0, gap);
        const taken = takeCall(allowance, rule, now);
        allowance = taken.next;
        if (taken.waitSeconds === 0) passed += 1;
        expect(allowance.left).toBeGreaterThanOrEqual(0);
      }
      expect(passed).toBeLessThanOrEqual(rule.atOnce + (forward / 1000) * rule.perSecond + 1e-6);
      expect(takeCall(allowance, rule, now + 500).waitSeconds).toBe(0);
    }),
  );
});

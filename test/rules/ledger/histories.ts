import fc from 'fast-check';

const points = fc.integer({ min: 1, max: 120 });
const which = fc.nat(40);
const part = fc.integer({ min: 1, max: 4 });
export const acts = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('buy' as const), points, daysAgo: fc.constantFrom(0, 0, 0, 3, 7, 20), cash: fc.nat(60) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('give' as const, 'redeem' as const), points }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('cancel' as const), which }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('refund' as const), which, part }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('adjust' as const), points: fc.integer({ min: -150, max: 80 }) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      days: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 10, max: 40 }), fc.integer({ min: 300, max: 420 })),
    }),
  },
);
/** Much is spent, most of its lots lapse, and then what was spent comes back bit by bit: this is where grace lots live. */
const spending = fc.oneof(
  fc.record({ do: fc.constant('give' as const), points: fc.constant(40) }),
  fc.record({ do: fc.constant('redeem' as const), points: fc.integer({ min: 1, max: 15 }) }),
  fc.record({ do: fc.constant('buy' as const), points: fc.constant(5), daysAgo: fc.constant(0), cash: fc.integer({ min: 1, max: 15 }) }),
);
const comingBack = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('cancel' as const), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('refund' as const), which, part }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('redeem' as const), points: fc.integer({ min: 1, max: 15 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 8 }) }) },
);
export const lateReturns = fc
  .tuple(
    fc.array(spending, { minLength: 15, maxLength: 40 }),
    fc.integer({ min: 360, max: 390 }),
    fc.array(comingBack, { minLength: 10, maxLength: 40 }),
  )
  .map(([before, days, after]) => [...before, { do: 'wait' as const, days }, ...after]);

export type Act = typeof acts extends fc.Arbitrary<infer Each> ? Each : never;
